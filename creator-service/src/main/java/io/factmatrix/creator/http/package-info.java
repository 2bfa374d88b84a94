/** The resources of the alliance over HTTP: reads what is asked, asks a desk, shows what it answers. */
@NullMarked
package io.factmatrix.creator.http;

import org.jspecify.annotations.NullMarked;
