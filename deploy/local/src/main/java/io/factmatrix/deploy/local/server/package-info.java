/** PostgreSQL and Redis, the real ones, as processes that a killed stack leaves behind and the next one finds. */
@NullMarked
package io.factmatrix.deploy.local.server;

import org.jspecify.annotations.NullMarked;
