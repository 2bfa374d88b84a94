@NullMarked
package io.factmatrix.gateway.fields;

import org.jspecify.annotations.NullMarked;
