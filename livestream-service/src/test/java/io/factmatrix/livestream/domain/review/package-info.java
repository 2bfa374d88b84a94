@NullMarked
package io.factmatrix.livestream.domain.review;

import org.jspecify.annotations.NullMarked;
