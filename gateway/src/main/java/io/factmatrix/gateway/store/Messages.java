package io.factmatrix.gateway.store;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code webhook-id}: the UUID of a notification, as receivers are shown it. */
final class Messages {

    private static final String PREFIX = "msg_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Messages() {}

    static String id(String message) {
        return PREFIX + message;
    }

    /** Empty when it has not the form of one. */
    static Optional<UUID> message(String id) {
        return FORM.matcher(id).matches()
                ? Optional.of(UUID.fromString(id.substring(PREFIX.length())))
                : Optional.empty();
    }
}
