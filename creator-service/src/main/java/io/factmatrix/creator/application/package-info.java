/** What can be done with creators and with what is agreed with them, each call inside one transaction of the merchant. */
@NullMarked
package io.factmatrix.creator.application;

import org.jspecify.annotations.NullMarked;
