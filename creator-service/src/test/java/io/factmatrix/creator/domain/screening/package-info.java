@NullMarked
package io.factmatrix.creator.domain.screening;

import org.jspecify.annotations.NullMarked;
