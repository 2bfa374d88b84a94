/**
 * {@code ./fact images}: {@code Images} → {@code ProgramImage}, one for each {@code Program}, of what its module was built to.
 */
@NullMarked
package io.factmatrix.deploy.images;

import org.jspecify.annotations.NullMarked;
