package io.factmatrix.kit.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a client may send, and how long it may take: {@code fact.connection.*}.
 *
 * @param longestRequestLine method, target and version; 414 above
 * @param longestHead request line and header fields; 431 above. A token that names many merchants must fit
 * @param mostFields header fields; 431 above
 * @param longestBody of a request that is not said to be longer or streamed ({@link BodyLimit}); 413 above
 * @param headWithin from the first byte of a head to its end, 408 after; a new connection that sends nothing is closed after it
 * @param bodyGrace how long a body may be slower than {@code slowestBody}
 * @param slowestBody bytes a second, as long as we are willing to read; 408 below
 * @param idle until a connection without a request is closed
 * @param unreadFor until a connection is closed whose client reads nothing of its answer
 * @param most connections at once; one more is closed when it is opened
 */
@ConfigurationProperties("fact.connection")
record ConnectionProperties(
        @DefaultValue("8KB") DataSize longestRequestLine,
        @DefaultValue("32KB") DataSize longestHead,
        @DefaultValue("100") int mostFields,
        @DefaultValue("64KB") DataSize longestBody,
        @DefaultValue("5s") Duration headWithin,
        @DefaultValue("5s") Duration bodyGrace,
        @DefaultValue("240B") DataSize slowestBody,
        @DefaultValue("60s") Duration idle,
        @DefaultValue("30s") Duration unreadFor,
        @DefaultValue("10000") int most) {

    ConnectionProperties {
        atLeastOne("longest-request-line", longestRequestLine.toBytes(), longestRequestLine);
        atLeastOne("longest-head", longestHead.toBytes(), longestHead);
        atLeastOne("most-fields", mostFields, mostFields);
        atLeastOne("longest-body", longestBody.toBytes(), longestBody);
        atLeastOne("head-within", headWithin.toMillis(), headWithin);
        atLeastOne("body-grace", bodyGrace.toMillis(), bodyGrace);
        atLeastOne("slowest-body", slowestBody.toBytes(), slowestBody);
        atLeastOne("idle", idle.toMillis(), idle);
        atLeastOne("unread-for", unreadFor.toMillis(), unreadFor);
        atLeastOne("most", most, most);
    }

    private static void atLeastOne(String name, long value, Object given) {
        // A head or a body that is gathered is held in one buffer.
        if (value < 1 || value > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException(
                    "fact.connection.%s: %s (expected: from 1 to %d bytes, milliseconds or pieces)"
                            .formatted(name, given, Integer.MAX_VALUE / 4));
        }
    }
}
