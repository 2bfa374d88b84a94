/** Things that merchants have and that are written one by one: ids, kinds, and the port through which they are kept. */
@NullMarked
package io.factmatrix.kit.resource;

import org.jspecify.annotations.NullMarked;
