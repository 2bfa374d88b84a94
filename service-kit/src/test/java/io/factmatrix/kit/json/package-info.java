@NullMarked
package io.factmatrix.kit.json;

import org.jspecify.annotations.NullMarked;
