/** Who changed what, from what to what, and when; written in the transaction of the change, and never again. */
@NullMarked
package io.factmatrix.kit.audit;

import org.jspecify.annotations.NullMarked;
