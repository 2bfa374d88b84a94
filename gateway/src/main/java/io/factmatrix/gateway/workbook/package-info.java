/** The operating view as a workbook: for people, with what each figure means. */
@NullMarked
package io.factmatrix.gateway.workbook;

import org.jspecify.annotations.NullMarked;
