@NullMarked
package io.factmatrix.kit.setting;

import org.jspecify.annotations.NullMarked;
