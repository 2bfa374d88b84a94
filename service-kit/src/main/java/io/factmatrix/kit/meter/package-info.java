/** What all programs measure alike: by which labels, in which buckets, and how many of them. */
@NullMarked
package io.factmatrix.kit.meter;

import org.jspecify.annotations.NullMarked;
