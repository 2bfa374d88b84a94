/** Files into the ledger through the public API: read → batch → deliver, again until decided → report. */
@NullMarked
package io.factmatrix.deploy.local.ingest;

import org.jspecify.annotations.NullMarked;
