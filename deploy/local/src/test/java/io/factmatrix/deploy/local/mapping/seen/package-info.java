@NullMarked
package io.factmatrix.deploy.local.mapping.seen;

import org.jspecify.annotations.NullMarked;
