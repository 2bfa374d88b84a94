/** The things of this field, and the rules they keep by themselves. */
@NullMarked
package io.factmatrix.kol.domain;

import org.jspecify.annotations.NullMarked;
