/**
 * Why GPM moved: the additive decomposition by the logarithmic mean Divisia index (LMDI). Sums in, whole minor units out; nothing else.
 *
 * @see <a href="https://doi.org/10.1016/j.enpol.2003.10.010">B. W. Ang, Decomposition analysis for policymaking in energy, 2004</a>
 */
@NullMarked
package io.factmatrix.gateway.domain.change;

import org.jspecify.annotations.NullMarked;
