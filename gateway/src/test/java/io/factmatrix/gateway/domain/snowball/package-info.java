@NullMarked
package io.factmatrix.gateway.domain.snowball;

import org.jspecify.annotations.NullMarked;
