/** What is seen of the fields, and what is found in it: each rule's arithmetic, pure. */
@NullMarked
package io.factmatrix.gateway.domain.work.evidence;

import org.jspecify.annotations.NullMarked;
