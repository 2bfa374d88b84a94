@NullMarked
package io.factmatrix.deploy.local.demo;

import org.jspecify.annotations.NullMarked;
