@NullMarked
package io.factmatrix.creator.domain.deal;

import org.jspecify.annotations.NullMarked;
