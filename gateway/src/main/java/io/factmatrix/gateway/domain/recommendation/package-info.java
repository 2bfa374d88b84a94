/**
 * What next: how the net GMV of a field answers to what is spent on it, and how a budget is divided so that the last unit of money brings the same everywhere.
 *
 * <pre>
 *   netGmv[t] = w[weekday] · (base + trend · t + effect · shape(acting[t])) + noise
 *   acting[t] = (1 − carried) · cost[t] + carried · acting[t − 1]
 * </pre>
 *
 * with shapes from nearly a power to nearly an exponential that saturates, weekdays' factors w of mean 1, t in days from the middle of the window, and noise in proportion to what is expected. Money is in minor units. All of it is statistics, in floating point; days in,
 * estimates out, and nothing else: that sales move with costs is not that costs move sales.
 */
@NullMarked
package io.factmatrix.gateway.domain.recommendation;

import org.jspecify.annotations.NullMarked;
