/** What can be done with them, each inside one transaction of one merchant. */
@NullMarked
package io.factmatrix.kol.application;

import org.jspecify.annotations.NullMarked;
