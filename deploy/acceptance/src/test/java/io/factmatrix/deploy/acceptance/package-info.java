/** The suites: each against one running stack, and tests of the verifier's own pieces on cases computed by hand. */
@NullMarked
package io.factmatrix.deploy.acceptance;

import org.jspecify.annotations.NullMarked;
