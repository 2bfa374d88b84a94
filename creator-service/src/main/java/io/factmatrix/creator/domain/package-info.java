/** What the alliance of creators is made of. */
@NullMarked
package io.factmatrix.creator.domain;

import org.jspecify.annotations.NullMarked;
