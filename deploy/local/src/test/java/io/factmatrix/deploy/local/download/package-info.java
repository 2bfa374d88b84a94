/** Exports, whole and cut. */
@NullMarked
package io.factmatrix.deploy.local.download;

import org.jspecify.annotations.NullMarked;
