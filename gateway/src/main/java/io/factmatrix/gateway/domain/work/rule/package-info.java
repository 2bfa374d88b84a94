/** The rules by which work is found, and what a merchant sets of them. */
@NullMarked
package io.factmatrix.gateway.domain.work.rule;

import org.jspecify.annotations.NullMarked;
