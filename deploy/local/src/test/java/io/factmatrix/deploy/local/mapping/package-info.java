@NullMarked
package io.factmatrix.deploy.local.mapping;

import org.jspecify.annotations.NullMarked;
