@NullMarked
package io.factmatrix.kit.paging;

import org.jspecify.annotations.NullMarked;
