@NullMarked
package io.factmatrix.gateway.http;

import org.jspecify.annotations.NullMarked;
