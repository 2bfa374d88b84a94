@NullMarked
package io.factmatrix.gateway.domain.watch;

import org.jspecify.annotations.NullMarked;
