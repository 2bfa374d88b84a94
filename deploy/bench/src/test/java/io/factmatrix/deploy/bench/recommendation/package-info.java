@org.jspecify.annotations.NullMarked
package io.factmatrix.deploy.bench.recommendation;
