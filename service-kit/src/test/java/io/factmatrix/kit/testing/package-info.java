/** What the tests of every module stand on: real stores, started once, and the rules of the house. */
@NullMarked
package io.factmatrix.kit.testing;

import org.jspecify.annotations.NullMarked;
