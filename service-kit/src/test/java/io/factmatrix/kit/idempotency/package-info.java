@NullMarked
package io.factmatrix.kit.idempotency;

import org.jspecify.annotations.NullMarked;
