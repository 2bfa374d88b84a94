/**
 * Rows of a table as events, by a mapping that a person wrote: {@link io.factmatrix.deploy.local.mapping.Mapping} reads it →
 * {@link io.factmatrix.deploy.local.mapping.RowEvents} makes the events of each row → sent ({@code MappedLines}) or shown
 * ({@link io.factmatrix.deploy.local.mapping.DryRun}).
 */
@NullMarked
package io.factmatrix.deploy.local.mapping;

import org.jspecify.annotations.NullMarked;
