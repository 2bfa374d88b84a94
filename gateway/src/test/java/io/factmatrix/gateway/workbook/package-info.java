@NullMarked
package io.factmatrix.gateway.workbook;

import org.jspecify.annotations.NullMarked;
