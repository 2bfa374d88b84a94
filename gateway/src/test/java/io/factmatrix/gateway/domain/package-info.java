@NullMarked
package io.factmatrix.gateway.domain;

import org.jspecify.annotations.NullMarked;
