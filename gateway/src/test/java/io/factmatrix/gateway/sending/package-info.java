@NullMarked
package io.factmatrix.gateway.sending;

import org.jspecify.annotations.NullMarked;
