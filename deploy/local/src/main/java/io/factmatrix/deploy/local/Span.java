package io.factmatrix.deploy.local;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --ttl}: {@code 30s}, {@code 15m}, {@code 1h}, {@code 7d}. */
final class Span implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})([smhd])");
    private static final Duration LONGEST = Duration.ofDays(366);

    @Override
    public Duration convert(String value) {
        var parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw refused(value);
        }
        var span = unit(parts.group(2).charAt(0)).multipliedBy(Long.parseLong(parts.group(1)));
        if (span.compareTo(LONGEST) > 0) {
            throw refused(value);
        }
        return span;
    }

    private static Duration unit(char letter) {
        return switch (letter) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    private static TypeConversionException refused(String value) {
        return new TypeConversionException("ttl: " + value + " (expected: like 30s, 15m, 1h or 7d, at most 366d)");
    }
}
