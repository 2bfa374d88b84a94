@NullMarked
package io.factmatrix.gateway;

import org.jspecify.annotations.NullMarked;
