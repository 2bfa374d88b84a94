@NullMarked
package io.factmatrix.kol.domain.economics;

import org.jspecify.annotations.NullMarked;
