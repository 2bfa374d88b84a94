@NullMarked
package io.factmatrix.gateway.domain.work;

import org.jspecify.annotations.NullMarked;
