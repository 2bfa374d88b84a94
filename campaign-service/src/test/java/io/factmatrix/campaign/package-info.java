@NullMarked
package io.factmatrix.campaign;

import org.jspecify.annotations.NullMarked;
