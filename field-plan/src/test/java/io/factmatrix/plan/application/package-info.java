@NullMarked
package io.factmatrix.plan.application;

import org.jspecify.annotations.NullMarked;
