/**
 * The work queue.
 *
 * <p>{@code WorkRounds: whose turn → Detecting: rules → Lookout: what the fields tell, judged → WorkDesk: compared with the queue, one transaction a rule}.
 */
@NullMarked
package io.factmatrix.gateway.application.work;

import org.jspecify.annotations.NullMarked;
