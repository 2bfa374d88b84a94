@org.jspecify.annotations.NullMarked
package io.factmatrix.gateway.domain.change;
