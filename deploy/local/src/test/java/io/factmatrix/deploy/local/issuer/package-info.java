@NullMarked
package io.factmatrix.deploy.local.issuer;

import org.jspecify.annotations.NullMarked;
