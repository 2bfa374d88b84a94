/** What each metric means, for people: in English and in Chinese. */
@NullMarked
package io.factmatrix.gateway.domain.definition;

import org.jspecify.annotations.NullMarked;
