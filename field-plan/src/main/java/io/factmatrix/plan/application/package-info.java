/** The way of a promise: announced, looked at beside all others, kept or withdrawn. */
@NullMarked
package io.factmatrix.plan.application;

import org.jspecify.annotations.NullMarked;
