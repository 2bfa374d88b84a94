package io.factmatrix.deploy.local.mapping.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A length of time in seconds: {@code 3分钟20秒}, {@code 5h 13min}, {@code 1:02:03}, {@code 3:20} (minutes and seconds),
 * {@code PT5H13M}. A number without a unit could be anything, and is none.
 */
final class LengthOfTime {

    private static final Pattern CLOCK =
            Pattern.compile("(?:([0-9]{1,5}):)?([0-9]{1,5}):([0-9]{1,2}(?:\\.[0-9]{1,9})?)");
    private static final Pattern STEP = Pattern.compile("\\s*,?\\s*([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*([\\p{L}]+)\\.?");

    private static final Map<String, String> SECONDS = Map.ofEntries(
            Map.entry("天|日|d|day|days", "86400"),
            Map.entry("小时|小時|时|時|h|hr|hrs|hour|hours", "3600"),
            Map.entry("分钟|分鐘|分|m|min|mins|minute|minutes", "60"),
            Map.entry("秒|秒钟|s|sec|secs|second|seconds", "1"),
            Map.entry("毫秒|ms|millisecond|milliseconds", "0.001"));

    private LengthOfTime() {}

    static BigDecimal seconds(String text) throws Unread {
        var plain = NumberForm.plain(text).toLowerCase(Locale.ROOT);
        if (plain.startsWith("p")) {
            return iso(text, plain);
        }
        var clock = CLOCK.matcher(plain);
        if (clock.matches()) {
            var hours = clock.group(1) == null ? BigDecimal.ZERO : new BigDecimal(clock.group(1));
            return hours.multiply(BigDecimal.valueOf(60))
                    .add(new BigDecimal(clock.group(2)))
                    .multiply(BigDecimal.valueOf(60))
                    .add(new BigDecimal(clock.group(3)));
        }
        return steps(text, plain);
    }

    private static BigDecimal steps(String text, String plain) throws Unread {
        var step = STEP.matcher(plain);
        var sum = BigDecimal.ZERO;
        var end = 0;
        while (step.find() && step.start() == end) {
            sum = sum.add(new BigDecimal(step.group(1)).multiply(unit(text, step.group(2))));
            end = step.end();
        }
        if (end == 0 || end < plain.length()) {
            throw unread(text);
        }
        return sum;
    }

    private static BigDecimal unit(String text, String word) throws Unread {
        for (var unit : SECONDS.entrySet()) {
            if (word.matches(unit.getKey())) {
                return new BigDecimal(unit.getValue());
            }
        }
        throw unread(text);
    }

    private static BigDecimal iso(String text, String plain) throws Unread {
        try {
            var duration = Duration.parse(plain);
            return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        } catch (DateTimeException no) {
            throw unread(text);
        }
    }

    private static Unread unread(String text) {
        return new Unread(text, "a length of time with units, such as 5h 13min, 3分钟20秒 or 1:02:03");
    }
}
