@NullMarked
package io.factmatrix.deploy.local.stack;

import org.jspecify.annotations.NullMarked;
