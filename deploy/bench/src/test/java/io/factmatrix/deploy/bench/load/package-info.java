@NullMarked
package io.factmatrix.deploy.bench.load;

import org.jspecify.annotations.NullMarked;
