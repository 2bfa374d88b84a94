@NullMarked
package io.factmatrix.deploy.local;

import org.jspecify.annotations.NullMarked;
