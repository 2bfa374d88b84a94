/**
 * The plans every field embeds: what is promised, the guard over all of it, the calendar. A write that promises something goes
 *
 * <pre>desk → application.PromiseDesk (in its transaction, which it ends) → application.Clearing → store (announced), peers (looked) → domain.Verdict → the write anew</pre>
 */
@NullMarked
package io.factmatrix.plan;

import org.jspecify.annotations.NullMarked;
