/** What is shown in a session, in order, and the templates it is made from. */
@NullMarked
package io.factmatrix.livestream.domain.rundown;

import org.jspecify.annotations.NullMarked;
