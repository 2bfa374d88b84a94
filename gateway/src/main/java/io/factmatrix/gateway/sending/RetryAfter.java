package io.factmatrix.gateway.sending;

import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Retry-After}, as <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110</a> has it: seconds, or a date in any of the three forms that HTTP knows. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

    /** More than any date is: it would be refused unread. */
    private static final int LONGEST_DATE = 64;

    private RetryAfter() {}

    /** How long to wait from now on; null when it says nothing, nothing that is one, or a moment that is past. */
    static @Nullable Duration of(@Nullable String header, Instant now) {
        if (header == null || header.length() > LONGEST_DATE) {
            return null;
        }
        if (SECONDS.matcher(header).matches()) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        var date = DateFormatter.parseHttpDate(header);
        return date == null || !date.toInstant().isAfter(now) ? null : Duration.between(now, date.toInstant());
    }
}
