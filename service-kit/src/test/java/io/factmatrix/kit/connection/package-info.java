@NullMarked
package io.factmatrix.kit.connection;

import org.jspecify.annotations.NullMarked;
