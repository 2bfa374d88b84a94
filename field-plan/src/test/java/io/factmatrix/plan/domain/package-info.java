@NullMarked
package io.factmatrix.plan.domain;

import org.jspecify.annotations.NullMarked;
