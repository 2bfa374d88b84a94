/** What an engagement must bring, and what it brought. */
@NullMarked
package io.factmatrix.kol.domain.economics;

import org.jspecify.annotations.NullMarked;
