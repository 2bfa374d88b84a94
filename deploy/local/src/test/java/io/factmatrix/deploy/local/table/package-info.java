@NullMarked
package io.factmatrix.deploy.local.table;

import org.jspecify.annotations.NullMarked;
