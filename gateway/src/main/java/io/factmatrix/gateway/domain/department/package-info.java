/** What each of the five departments sees of a merchant: its own of the view's figures, and of the deals behind them. */
@NullMarked
package io.factmatrix.gateway.domain.department;

import org.jspecify.annotations.NullMarked;
