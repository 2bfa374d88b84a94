@NullMarked
package io.factmatrix.kol.domain.engagement;

import org.jspecify.annotations.NullMarked;
