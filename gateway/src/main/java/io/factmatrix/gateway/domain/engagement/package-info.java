/** What an engagement with a KOL brought that no other field had. */
@org.jspecify.annotations.NullMarked
package io.factmatrix.gateway.domain.engagement;
