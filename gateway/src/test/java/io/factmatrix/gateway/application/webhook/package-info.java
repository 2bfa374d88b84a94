@NullMarked
package io.factmatrix.gateway.application.webhook;

import org.jspecify.annotations.NullMarked;
