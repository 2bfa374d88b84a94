/** The folder in which a stack keeps all that outlives it. */
@NullMarked
package io.factmatrix.deploy.local.data;

import org.jspecify.annotations.NullMarked;
