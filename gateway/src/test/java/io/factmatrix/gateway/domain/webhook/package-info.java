@NullMarked
package io.factmatrix.gateway.domain.webhook;

import org.jspecify.annotations.NullMarked;
