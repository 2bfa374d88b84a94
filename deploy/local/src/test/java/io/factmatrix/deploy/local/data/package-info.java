@NullMarked
package io.factmatrix.deploy.local.data;

import org.jspecify.annotations.NullMarked;
