/** Whose request it is: the merchant in the path, the token that must name it, the roles that may do what. */
@NullMarked
package io.factmatrix.kit.merchant;

import org.jspecify.annotations.NullMarked;
