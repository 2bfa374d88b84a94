@NullMarked
package io.factmatrix.gateway.application.round;

import org.jspecify.annotations.NullMarked;
