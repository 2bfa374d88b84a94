package io.factmatrix.deploy.local.stack;

import io.factmatrix.deploy.local.server.Database;
import io.factmatrix.deploy.local.server.PostgresServer;
import java.net.URI;
import java.util.Map;

/**
 * What a client of the public API never sees of a running stack.
 *
 * @param databases by the field whose service keeps them
 * @param services base URIs, by field
 */
public record BehindTheGateway(PostgresServer postgres, Map<String, Database> databases, Map<String, URI> services) {}
