/**
 * The snowball meter: how the free impressions of a field come from those of the day before and from the audience it has in stock, estimated from its days.
 *
 * <pre>
 *   V[t+1] = ρ · V[t] · (G[t]/G*)^ε  +  κ · S[t]  +  noise
 *   S[t+1] = (1−δ) · S[t]  +  φ · views[t]
 * </pre>
 *
 * V are impressions less paid ones, G is GPM, G* its median, S the audience in stock. S is not observed, and only κ·φ is: so S is counted here in views, with φ = 1, whatever a
 * view deposits. All of it is statistics, in floating point; days in, estimates out, and nothing else.
 */
@NullMarked
package io.factmatrix.gateway.domain.snowball;

import org.jspecify.annotations.NullMarked;
