@NullMarked
package io.factmatrix.deploy.bench.mix;

import org.jspecify.annotations.NullMarked;
