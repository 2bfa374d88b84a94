@NullMarked
package io.factmatrix.gateway.domain.campaign;

import org.jspecify.annotations.NullMarked;
