/** What clients speak: parameters in, answers and problems out, and the way to each page. */
@NullMarked
package io.factmatrix.gateway.http;

import org.jspecify.annotations.NullMarked;
