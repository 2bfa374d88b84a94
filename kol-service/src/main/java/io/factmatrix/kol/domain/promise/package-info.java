/** What the merchant promises KOLs and their audience. */
@NullMarked
package io.factmatrix.kol.domain.promise;

import org.jspecify.annotations.NullMarked;
