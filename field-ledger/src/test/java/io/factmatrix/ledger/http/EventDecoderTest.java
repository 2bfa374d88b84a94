package io.factmatrix.ledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {

    private static final EventDecoder DECODER = new EventDecoder(EnumSet.of(Field.LIVESTREAM, Field.UNATTRIBUTED));

    private static final String PAID = """
            {"id":"e","type":"order.paid","field":"livestream","touchpoint":"t","occurredAt":"2026-06-01T20:00:00+08:00",\
            "order":"o","product":"p","quantity":1,"amount":{"amount":"12.50","currency":"CNY"}}""";

    private static final String TRAFFIC = """
            {"id":"e","type":"traffic","field":"livestream","touchpoint":"t","occurredAt":"2026-06-01T10:00:00Z",\
            "start":"2026-06-01T09:00:00Z","end":"2026-06-01T10:00:00Z","views":5,"people":{"entered":3}}""";

    private static final String COST = """
            {"id":"e","type":"cost","field":"livestream","touchpoint":"t","occurredAt":"2026-06-01T10:00:00Z",\
            "category":"ads","status":"settled","settles":"c","amount":{"amount":"1","currency":"JPY"}}""";

    private static EventDecoder.Decoded decode(String line) {
        return DECODER.decode(line.getBytes(StandardCharsets.UTF_8));
    }

    private static Event event(String line) {
        var decoded = decode(line);
        assertThat(decoded.refused()).isNull();
        return Objects.requireNonNull(decoded.event());
    }

    private static String code(String line) {
        return Objects.requireNonNull(decode(line).refused()).code();
    }

    @Test
    void defaultsAreFilledInAndTimesAreInstants() {
        assertThat(event(PAID))
                .isEqualTo(new Event(
                        "e",
                        Field.LIVESTREAM,
                        "t",
                        "main",
                        null,
                        Instant.parse("2026-06-01T12:00:00Z"),
                        "p",
                        null,
                        new Content.OrderPaid("o", "1", 1, new Money(1250, "CNY"), false)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "id":"e",                       |                                  | member.missing
                    "id":"e"                        | "id":"é"                         | id.invalid
                    "id":"e"                        | "id":5                           | id.invalid
                    "id":"e"                        | "id":""                          | id.invalid
                    "id":"e"                        | "id":"e","id":"e"                | member.duplicate
                    "id":"e"                        | "id":"e","note":1                | member.unknown
                    "id":"e"                        | "id":"e","views":1               | member.unknown
                    order.paid                      | order.lost                       | type.invalid
                    "livestream"                    | "kol"                            | field.invalid
                    "livestream"                    | "shop"                           | field.invalid
                    "touchpoint":"t",               |                                  | member.missing
                    +08:00                          |                                  | occurredAt.invalid
                    2026-06-01                      | 2026-02-30                       | occurredAt.invalid
                    2026-06-01                      | 2009-12-31                       | occurredAt.invalid
                    20:00:00                        | 20:00:00.0001                    | occurredAt.invalid
                    20:00:00                        | 25:00:00                         | occurredAt.invalid
                    "quantity":1                    | "quantity":0                     | quantity.invalid
                    "quantity":1                    | "quantity":1.0                   | quantity.invalid
                    "quantity":1                    | "quantity":"1"                   | quantity.invalid
                    "quantity":1                    | "quantity":9223372036854775808   | quantity.invalid
                    "product":"p",                  |                                  | member.missing
                    "12.50"                         | 12.50                            | amount.invalid
                    "12.50"                         | "12.505"                         | amount.invalid
                    "12.50"                         | "12.500"                         | amount.invalid
                    "12.50"                         | "-0.01"                          | amount.invalid
                    "12.50"                         | "1e2"                            | amount.invalid
                    "12.50"                         | "012.50"                         | amount.invalid
                    "12.50"                         | "92233720368547758.08"           | amount.invalid
                    "CNY"                           | "CNX"                            | amount.invalid
                    "CNY"                           | "JPY"                            | amount.invalid
                    "CNY"                           | "XAU"                            | amount.invalid
                    ,"currency":"CNY"               |                                  | member.missing
                    "currency":"CNY"                | "currency":"CNY","x":1           | member.unknown
                    "order":"o"                     | "order":null                     | order.invalid
                    "order":"o"                     | "order":["o"]                    | order.invalid
                    "order":"o"                     | "order":"\\u0000"                | order.invalid
                    "order":"o"                     | "order":"\\ud800"                | order.invalid
                    "order":"o"                     | "order":o                        | json.invalid
                    }}                              | }                                | json.invalid
                    }}                              | }}{}                             | json.invalid
                    "quantity":1                    | "quantity":1,"sample":"true"     | sample.invalid
                    """)
    void aBadMemberIsRefusedByName(String good, String bad, String code) {
        assertThat(PAID).contains(good);
        assertThat(code(PAID.replace(good, Objects.requireNonNullElse(bad, ""))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    09:00:00Z            | 10:00:00Z            | start.invalid
                    2026-06-01T09:00:00Z | 2026-05-31T09:00:00Z | start.invalid
                    "end":"2026-06-01T10 | "end":"2026-06-01T11 | occurredAt.invalid
                    "views":5            | "views":-1           | views.invalid
                    "entered":3          | "bought":0.5         | people.invalid
                    "entered":3          | "left":3             | member.unknown
                    """)
    void aBadReportIsRefusedByName(String good, String bad, String code) {
        assertThat(TRAFFIC).contains(good);
        assertThat(code(TRAFFIC.replace(good, bad))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "ads"               | "adverts"                | category.invalid
                    "settled"           | "paid"                   | status.invalid
                    "status":"settled"  | "status":"estimated"     | settles.invalid
                    """)
    void aBadCostIsRefusedByName(String good, String bad, String code) {
        assertThat(code(COST.replace(good, bad))).isEqualTo(code);
        assertThat(event(COST).settles()).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "null",
                "\"e\"",
                "[]",
                "{",
                "",
                "{\"id\":\"e\",}",
                "{'id':'e'}",
                "{\"a\":{\"b\":{\"c\":{\"d\":{}}}}}"
            })
    void whatIsNoJsonObjectIsRefused(String line) {
        assertThat(code(line)).isEqualTo("json.invalid");
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        var line = PAID.replace("\"o\"", "\"?\"").getBytes(StandardCharsets.ISO_8859_1);
        line[PAID.indexOf("\"o\"") + 1] = (byte) 0xff;
        assertThat(Objects.requireNonNull(DECODER.decode(line).refused()).code())
                .isEqualTo("json.invalid");
    }

    @Test
    void theIdIsToldWhereverItCouldBeRead() {
        assertThat(decode(PAID.replace("12.50", "12.505")).id()).isEqualTo("e");
    }
}
