/** Lists in pages: what is asked for, how much of it, and how far it was read. */
@NullMarked
package io.factmatrix.kit.paging;

import org.jspecify.annotations.NullMarked;
