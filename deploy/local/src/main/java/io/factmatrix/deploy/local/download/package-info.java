/** A ledger through the public API into a file: read → verify → there under its name. */
@NullMarked
package io.factmatrix.deploy.local.download;

import org.jspecify.annotations.NullMarked;
