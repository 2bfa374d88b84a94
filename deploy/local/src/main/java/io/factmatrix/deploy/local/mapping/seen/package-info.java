/** What earlier rows of the same file said, in few bytes a row. */
@NullMarked
package io.factmatrix.deploy.local.mapping.seen;

import org.jspecify.annotations.NullMarked;
