@NullMarked
package io.factmatrix.deploy.local.mapping.value;

import org.jspecify.annotations.NullMarked;
