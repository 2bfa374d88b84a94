/** Signs and vouches for the tokens of a local stack. */
@NullMarked
package io.factmatrix.deploy.local.issuer;

import org.jspecify.annotations.NullMarked;
