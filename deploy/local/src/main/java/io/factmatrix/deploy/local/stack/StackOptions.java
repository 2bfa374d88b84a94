package io.factmatrix.deploy.local.stack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a stack is asked for.
 *
 * @param data the folder that keeps its stores; none: a temporary one
 * @param address the interface the gateway listens on
 * @param port the gateway's port
 */
public record StackOptions(@Nullable Path data, String address, int port) {}
