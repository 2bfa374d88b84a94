/** The mechanism every service needs, and never a field's noun. */
@NullMarked
package io.factmatrix.kit;

import org.jspecify.annotations.NullMarked;
