@NullMarked
package io.factmatrix.gateway.domain.recommendation;

import org.jspecify.annotations.NullMarked;
