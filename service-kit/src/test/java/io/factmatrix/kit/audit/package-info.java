@NullMarked
package io.factmatrix.kit.audit;

import org.jspecify.annotations.NullMarked;
