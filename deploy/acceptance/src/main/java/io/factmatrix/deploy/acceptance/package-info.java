/**
 * The verifier: a {@link io.factmatrix.deploy.acceptance.History} is sent through the public API, an
 * {@link io.factmatrix.deploy.acceptance.Oracle} says from the same events what every view must answer, and
 * {@link io.factmatrix.deploy.acceptance.Differences} says where it does not. Nothing here knows the product's code.
 */
@NullMarked
package io.factmatrix.deploy.acceptance;

import org.jspecify.annotations.NullMarked;
