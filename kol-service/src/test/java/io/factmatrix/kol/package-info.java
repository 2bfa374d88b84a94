@NullMarked
package io.factmatrix.kol;

import org.jspecify.annotations.NullMarked;
