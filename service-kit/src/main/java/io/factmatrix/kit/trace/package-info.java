/**
 * Spans of a request, from the gateway to the transactions in the stores, and what log entries tell of the request they belong to. Of what a merchant
 * sends nothing is in either.
 */
@NullMarked
package io.factmatrix.kit.trace;

import org.jspecify.annotations.NullMarked;
