/** Announcements in PostgreSQL. */
@NullMarked
package io.factmatrix.plan.store;

import org.jspecify.annotations.NullMarked;
