/** Tables in files, as rows of text: CSV and workbooks alike. */
@NullMarked
package io.factmatrix.deploy.local.table;

import org.jspecify.annotations.NullMarked;
