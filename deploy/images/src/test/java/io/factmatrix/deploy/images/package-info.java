/** What is tested of the images: what is in the files, and that it starts. */
@NullMarked
package io.factmatrix.deploy.images;

import org.jspecify.annotations.NullMarked;
