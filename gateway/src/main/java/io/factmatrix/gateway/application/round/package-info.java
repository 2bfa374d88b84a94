/** How what is done now and then is done: by one of many replicas, a turn at a time. */
@NullMarked
package io.factmatrix.gateway.application.round;

import org.jspecify.annotations.NullMarked;
