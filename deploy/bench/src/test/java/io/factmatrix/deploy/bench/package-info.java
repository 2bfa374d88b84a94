@NullMarked
package io.factmatrix.deploy.bench;

import org.jspecify.annotations.NullMarked;
