@NullMarked
package io.factmatrix.deploy.local.ingest;

import org.jspecify.annotations.NullMarked;
