@NullMarked
package io.factmatrix.plan;

import org.jspecify.annotations.NullMarked;
