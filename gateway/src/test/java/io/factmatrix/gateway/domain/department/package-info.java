@NullMarked
package io.factmatrix.gateway.domain.department;

import org.jspecify.annotations.NullMarked;
