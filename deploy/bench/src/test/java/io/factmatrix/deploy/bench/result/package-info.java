@NullMarked
package io.factmatrix.deploy.bench.result;

import org.jspecify.annotations.NullMarked;
