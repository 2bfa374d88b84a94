package io.factmatrix.gateway.domain.notification;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened, to be told.
 *
 * @param type what, such as {@code work-item.opened}
 * @param key of what: those of one key are told in the order in which they happened
 * @param data as the API would show it
 */
public record Notification(String type, String key, Map<String, @Nullable Object> data) {}
