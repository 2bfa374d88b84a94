/** What whoever installs a program has to say. */
@NullMarked
package io.factmatrix.kit.setting;

import org.jspecify.annotations.NullMarked;
