/** The services that keep the other fields' ledgers, asked over HTTP. */
@NullMarked
package io.factmatrix.ledger.peers;

import org.jspecify.annotations.NullMarked;
