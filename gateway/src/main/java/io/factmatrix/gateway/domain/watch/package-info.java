/** What is looked at now and then, to tell what is new: what was seen, and what that says. */
@NullMarked
package io.factmatrix.gateway.domain.watch;

import org.jspecify.annotations.NullMarked;
