@NullMarked
package io.factmatrix.deploy.local.server;

import org.jspecify.annotations.NullMarked;
