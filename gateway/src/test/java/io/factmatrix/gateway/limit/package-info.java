@NullMarked
package io.factmatrix.gateway.limit;

import org.jspecify.annotations.NullMarked;
