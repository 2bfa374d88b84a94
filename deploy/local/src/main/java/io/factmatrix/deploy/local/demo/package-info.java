/**
 * A merchant, invented from a seed: nine weeks around the platform promotion of 18 June. {@link
 * io.factmatrix.deploy.local.demo.Phase} tells how they go; each field is a class that plays scenes; {@link
 * io.factmatrix.deploy.local.demo.Trade} makes a scene into events, and {@link io.factmatrix.deploy.local.demo.Outbox} sends
 * them in the order in which the merchant's systems would.
 */
@NullMarked
package io.factmatrix.deploy.local.demo;

import org.jspecify.annotations.NullMarked;
