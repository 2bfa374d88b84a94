@NullMarked
package io.factmatrix.gateway.domain.work.evidence;

import org.jspecify.annotations.NullMarked;
