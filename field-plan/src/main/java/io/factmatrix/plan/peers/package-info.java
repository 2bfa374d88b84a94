/** The services of the other fields, asked over HTTP. */
@NullMarked
package io.factmatrix.plan.peers;

import org.jspecify.annotations.NullMarked;
