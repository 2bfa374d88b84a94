/**
 * Webhooks, by the <a href="https://www.standardwebhooks.com">Standard Webhooks</a> specification: who is told, of what, signed with which secret, and
 * what became of it.
 *
 * <pre>
 * Notifications.add → a delivery for each endpoint that asks for the type, in the lane of its key
 * EndpointRounds.take → Lanes.due → signed, sent → Lanes.delivered, Lanes.failed (Backoff) → EndpointRounds.done
 * </pre>
 */
@NullMarked
package io.factmatrix.gateway.domain.webhook;

import org.jspecify.annotations.NullMarked;
