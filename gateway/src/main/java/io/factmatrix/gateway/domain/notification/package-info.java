/** What is to be told to whoever a merchant named. */
@NullMarked
package io.factmatrix.gateway.domain.notification;

import org.jspecify.annotations.NullMarked;
