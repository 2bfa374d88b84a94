@NullMarked
package io.factmatrix.kit.meter;

import org.jspecify.annotations.NullMarked;
