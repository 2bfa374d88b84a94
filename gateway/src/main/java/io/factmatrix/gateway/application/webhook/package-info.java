/**
 * What is done with webhooks: endpoints are managed ({@link io.factmatrix.gateway.application.webhook.EndpointDesk}), and sent to ({@link
 * io.factmatrix.gateway.application.webhook.Courier}).
 */
@NullMarked
package io.factmatrix.gateway.application.webhook;

import org.jspecify.annotations.NullMarked;
