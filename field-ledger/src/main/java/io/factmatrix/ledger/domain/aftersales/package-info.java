/** What came of the products that were sold, week by week: refunds and complaints. */
@NullMarked
package io.factmatrix.ledger.domain.aftersales;

import org.jspecify.annotations.NullMarked;
