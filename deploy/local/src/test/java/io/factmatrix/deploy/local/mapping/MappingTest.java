package io.factmatrix.deploy.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {

    /** What each test adds members to. */
    private static final String COST = """
            members:
              id: "{id}"
              field: campaign
              touchpoint: t
              category: other
              occurredAt: "2026-06-01T00:00:00Z"
              amount: {text: "1", currency: CNY}
            events:
              - type: cost
            """;

    @TempDir
    private Path folder;

    @Test
    void aRowMakesNoneOneOrSeveralEvents() throws IOException {
        var mapped = mapped("""
                times: {zone: Asia/Shanghai}
                currency: CNY
                members:
                  field: livestream
                  touchpoint: live
                  occurredAt: "{at}"
                  order: "{order}"
                  amount: "{paid}"
                events:
                  - type: order.paid
                    when: {state: [done, returned]}
                    id: "paid-{order}"
                    product: p
                    quantity: "1"
                  - type: order.refunded
                    when: {state: returned}
                    id: "back-{order}"
                """, """
                order,state,paid,at
                1,done,5,2026-06-01
                2,returned,7.50,2026-06-01 10:00
                3,cancelled,9,2026-06-01
                """);

        assertThat(mapped.all("id")).containsExactly("paid-1", "paid-2", "back-2");
        assertThat(mapped.all("amount/amount")).containsExactly("5.00", "7.50", "7.50");
        assertThat(mapped.all("occurredAt"))
                .containsExactly("2026-06-01T00:00:00+08:00", "2026-06-01T10:00:00+08:00", "2026-06-01T10:00:00+08:00");
        assertThat(mapped.tally().skipped()).isEqualTo(1);
        assertThat(mapped.problems()).isEmpty();
    }

    @Test
    void conditionsCompareMatchAndLookForSigns() throws IOException {
        for (var condition : new String[] {
            "{kind: a}",
            "{kind: [x, a]}",
            "{kind: {matches: '[ab]'}, n: {above: 0}}",
            "{kind: {not: [b, c]}, n: {below: 10}}",
            "{kind: {not: {matches: b|c}}}",
            "{note: {unknown: false}}",
            "[{kind: z}, {n: {above: 4, below: 6}}]",
            "{n: {is: '5'}}"
        }) {
            var mapped = mapped(
                    COST.replace("type: cost", "type: cost\n    when: " + condition),
                    "id,kind,n,note\nyes,a,5,hello\nno,b,-5,\nnone,c,12,\n");

            assertThat(mapped.all("id")).as(condition).containsExactly("yes");
        }
    }

    @Test
    void whatIsUnknownIsLeftOutAndNeverZero() throws IOException {
        var mapped = mapped("""
                unknown: ["-", N/A]
                events:
                  - type: traffic
                    id: "{id}"
                    field: kol
                    touchpoint: t
                    start: "2026-06-01T00:00:00Z"
                    duration: 1h
                    views: "{views}"
                    likes: "{likes}"
                    shares: {column: shares, unknown: ["0"]}
                    follows: {column: follows, default: "0"}
                    people: {exposed: "{views}", bought: "{likes}"}
                """, "id,views,likes,shares,follows\na,-,N/A,0,\nb,,0,1,-\n");

        assertThat(mapped.all("views")).containsExactly("-", "-");
        assertThat(mapped.all("likes")).containsExactly("-", "0");
        assertThat(mapped.all("shares")).containsExactly("-", "1");
        assertThat(mapped.all("follows")).containsExactly("0", "0");
        assertThat(mapped.all("people")).containsExactly("-", "{\"bought\":0}");
    }

    @Test
    void textIsReplacedMatchedMappedAndHashed() throws IOException {
        var mapped = mapped(
                COST.replace("touchpoint: t", """
                        touchpoint: {column: page, match: '^(\\d+)_', otherwise: "page {page}"}
                          shop: {column: shop, case: upper, map: {TT: tiktok, DY: douyin}, otherwise: "other {shop}"}
                          product: {column: product, replace: {'\\.0$': "", " +": "-"}}
                          audience: {column: buyer, hash: true, salt: s}"""),
                "id,page,shop,product,buyer\n1,77_88,tt,13085.0,ann\n2,home,x,red  hat,ann\n3,home,dy,a,\n");

        assertThat(mapped.problems()).isEmpty();
        assertThat(mapped.all("touchpoint")).containsExactly("77", "page home", "page home");
        assertThat(mapped.all("shop")).containsExactly("tiktok", "other x", "douyin");
        assertThat(mapped.all("product")).containsExactly("13085", "red-hat", "a");
        // HMAC-SHA256 of "ann" with the key "s", its first 16 bytes.
        assertThat(mapped.all("audience"))
                .containsExactly("3a96c6610ff1bf4eff9272d8f8de96ca", "3a96c6610ff1bf4eff9272d8f8de96ca", "-");
    }

    @Test
    void aTextThatTheMapDoesNotKnowIsAProblem() throws IOException {
        var mapped = mapped(
                COST.replace("category: other", "category: {column: kind, map: {Ad: ads, Host: staff}}"),
                "id,kind\n1,Ad\n2,Rent\n");

        assertThat(mapped.all("category")).containsExactly("ads");
        assertThat(mapped.problems())
                .containsExactly(
                        "row 3: category: Rent (expected: one of Ad, Host, or otherwise: in the mapping), column kind");
    }

    @Test
    void amountsAreExactProductsAndSums() throws IOException {
        var mapped = mapped(
                COST.replace(
                        "{text: \"1\", currency: CNY}", """
                        multiply:
                          - {column: n}
                          - add: ["{price}", {multiply: ["-1", "{discount}"]}]
                        absolute: true
                        currency: {column: currency, map: {RM: MYR, ¥: JPY}}
                        round: half-up""".indent(4).strip().replaceFirst("^", "\n    ")),
                "id,n,price,discount,currency\n1,3,0.1,0.20,RM\n2,-2,100.25,0,¥\n3,1,0.015,0.01,RM\n4,1,2,,RM\n");

        assertThat(mapped.all("amount/amount")).containsExactly("0.30", "201", "0.01");
        assertThat(mapped.all("amount/currency")).containsExactly("MYR", "JPY", "MYR");
        assertThat(mapped.problems())
                .singleElement()
                .asString()
                .startsWith("row 5: amount: absent (expected: a value)");
    }

    @Test
    void moreDigitsThanTheCurrencyHasAreAProblemUnlessRounded() throws IOException {
        var mapped = mapped(COST.replace("text: \"1\"", "column: price"), "id,price\n1,2.50\n2,2.505\n");

        assertThat(mapped.all("amount/amount")).containsExactly("2.50");
        assertThat(mapped.problems())
                .containsExactly(
                        "row 3: amount: 2.505 (expected: at most 2 decimals for CNY, or round: in the mapping), column price");
    }

    @Test
    void minorUnitsAreThoseOfTheCurrency() throws IOException {
        var mapped = mapped(
                COST.replace("{text: \"1\", currency: CNY}", "{column: minor, as: minor, currency: \"{currency}\"}"),
                "id,minor,currency\n1,1999,CNY\n2,1999,JPY\n3,1999,KWD\n4,1,XXX\n");

        assertThat(mapped.all("amount/amount")).containsExactly("19.99", "1999", "1.999");
        assertThat(mapped.problems())
                .containsExactly(
                        "row 5: amount: XXX (expected: an ISO 4217 currency such as CNY), columns minor, currency");
    }

    @Test
    void idsAreTheSameWheneverTheFileIsRead() throws IOException {
        var mapping = COST.replace("id: \"{id}\"", "id: {text: \"{id}/{name}\", repeats: keep}");
        var csv = "id,name\n1,a\n1,a\n1,ไลฟ์\n1,%s\n,\n2,\n1,a\n".formatted("x".repeat(80));

        var first = mapped(mapping, csv);

        assertThat(first.all("id")).isEqualTo(mapped(mapping, csv).all("id")).doesNotHaveDuplicates();
        assertThat(first.all("id"))
                .startsWith("1/a", "1/a~2")
                .contains("2/", "1/a~3")
                .allMatch(id -> id.length() <= 64);
        assertThat(first.problems()).isEmpty();
        assertThat(first.tally().rows()).isEqualTo(6);
    }

    @Test
    void repeatedIdsAreRefusedUnlessTheMappingSaysOtherwise() throws IOException {
        var csv = "id,page\n1,a\n2,b\n1,a\n1,c\n";
        var mapping = COST.replace("touchpoint: t", "touchpoint: \"{page}\"");

        var refused = mapped(mapping, csv);
        assertThat(refused.all("id")).containsExactly("1", "2");
        assertThat(refused.problems())
                .containsExactly(
                        "row 4: id: 1 stands in row 2 already (expected: an id that tells the rows apart, or repeats: keep or skip in the mapping), column id",
                        "row 5: id: 1 stands in row 2 already (expected: an id that tells the rows apart, or repeats: keep or skip in the mapping), column id");

        var skipped = mapped(mapping.replace("id: \"{id}\"", "id: {column: id, repeats: skip}"), csv);
        assertThat(skipped.all("id")).containsExactly("1", "2");
        assertThat(skipped.tally().repeated()).isEqualTo(1);
        assertThat(skipped.problems())
                .containsExactly(
                        "row 5: id: 1 stands in an earlier row that says something else (expected: the same again, or an id that tells the rows apart), column id");
    }

    @Test
    void linesOfAnOrderAreCountedAndProblemsDoNotMoveThem() throws IOException {
        var mapped = mapped("""
                currency: CNY
                events:
                  - type: order.paid
                    id: {text: "{order}", repeats: keep}
                    field: livestream
                    touchpoint: t
                    order: "{order}"
                    line: {counter: [order]}
                    product: "{product}"
                    quantity: "{n}"
                    amount: "{price}"
                    sample: {column: gift, map: {Y: "true", N: "false"}}
                    occurredAt: "2026-06-01T00:00:00Z"
                """, "order,product,n,price,gift\nA,p,1,1,N\nA,q,none,1,N\nA,r,1,1,Y\nB,p,1,1,\n");

        assertThat(mapped.all("order")).containsExactly("A", "A", "B");
        assertThat(mapped.all("line")).containsExactly("1", "3", "1");
        assertThat(mapped.all("sample")).containsExactly("false", "true", "-");
        assertThat(mapped.problems())
                .containsExactly("row 3: quantity: none (expected: a number such as 1,234.50), column n");
    }

    @Test
    void aRefundInTheRowOfItsLineHasTheSameNumber() throws IOException {
        var mapped = mapped("""
                currency: CNY
                members:
                  id: "{state}-{order}-{product}"
                  field: livestream
                  touchpoint: t
                  occurredAt: "2026-06-01T00:00:00Z"
                  order: "{order}"
                  line: {counter: [order]}
                  amount: "{price}"
                events:
                  - {type: order.paid, id: "p-{order}-{product}", product: "{product}", quantity: "1"}
                  - {type: order.refunded, when: {state: returned}}
                """, "order,product,price,state\nA,p,1,\nB,p,1,\nA,q,5,returned\nA,r,7,returned\n");

        assertThat(mapped.problems()).isEmpty();
        assertThat(mapped.all("line")).containsExactly("1", "1", "2", "2", "3", "3");
    }

    @Test
    void anIntervalIsAnyTwoOfStartEndAndDuration() throws IOException {
        var head = """
                times: {pattern: dd.MM.yyyy HH:mm, zone: Europe/Berlin}
                events:
                  - {type: traffic, id: a, field: kol, touchpoint: t, views: "1", %s}
                """;
        for (var interval : new String[] {
            "start: \"{from}\", end: \"{to}\"",
            "start: \"{from}\", duration: \"{long}\"",
            "start: \"{from}\", duration: {column: minutes, as: minutes}",
            "end: \"{to}\", duration: \"{long}\"",
            "start: \"{from}\", end: {column: from, plus: 1h 30min}"
        }) {
            var mapped = mapped(head.formatted(interval), """
                    from,to,long,minutes
                    29.03.2026 01:15,29.03.2026 03:45,1:30:00,90
                    """);

            assertThat(mapped.problems()).as(interval).isEmpty();
            // The hour from two to three did not exist that night.
            assertThat(instant(mapped.all("start").get(0))).as(interval).isEqualTo("2026-03-29T00:15:00Z");
            assertThat(instant(mapped.all("end").get(0))).as(interval).isEqualTo("2026-03-29T01:45:00Z");
            assertThat(mapped.all("occurredAt")).as(interval).isEqualTo(mapped.all("end"));
        }
    }

    @Test
    void timesOfASkippedHourAreAProblemAndOfARepeatedOneTheEarlier() throws IOException {
        var mapped = mapped(
                COST.replace("\"2026-06-01T00:00:00Z\"", "{column: at, zone: Europe/London}"),
                "id,at\n1,2026-03-29 01:30\n2,2026-10-25 01:30\n3,2026-02-30 10:00\n");

        assertThat(mapped.all("occurredAt")).containsExactly("2026-10-25T01:30:00+01:00");
        assertThat(mapped.problems())
                .containsExactly(
                        "row 2: occurredAt: 2026-03-29 01:30 (expected: a time that there was: the clocks of Europe/London skipped it), column at",
                        "row 4: occurredAt: 2026-02-30 10:00 (expected: a time as iso), column at");
    }

    @Test
    void dayNumbersSerialDatesAndEpochsAreTimes() throws IOException {
        for (var line : new String[] {
            "{column: n, pattern: days-since 2014-12-31, at: \"{hhmm}\", zone: UTC}|152|1631",
            "{column: n, pattern: epoch-seconds}|1433176260|",
            "{column: n, pattern: epoch-millis}|1433176260000|",
            "{column: n, pattern: excel, zone: UTC}|42156.6882|",
            "{column: n, pattern: 'MMM d, yyyy h:mm a', zone: UTC}|Jun 1, 2015 4:31 PM|",
            "{column: n, pattern: [dd/MM/yy, M/d/yyyy], at: '16:31', zone: UTC}|6/1/2015|",
            "{text: \"{n} {hhmm}\", pattern: d-M-yyyy HHmm, zone: UTC}|1-6-2015|1631"
        }) {
            var parts = line.split("\\|", -1);
            var mapped = mapped(
                    COST.replace("\"2026-06-01T00:00:00Z\"", parts[0]),
                    "id,n,hhmm\n1,\"%s\",%s\n".formatted(parts[1], parts[2]));

            assertThat(mapped.problems()).as(line).isEmpty();
            assertThat(mapped.all("occurredAt")).as(line).allMatch(time -> time.startsWith("2015-06-01T16:31:0"));
        }
    }

    @Test
    void aRefundFindsTheLatestEarlierLineThatHasEnoughLeft() throws IOException {
        var mapped = mapped(REFUNDS, """
                order,buyer,product,n,price
                1,ann,hat,3,10
                2,ann,hat,1,10
                3,bob,hat,9,10
                C4,ann,hat,-1,10
                C5,ann,hat,-2,10
                C6,ann,hat,-2,10
                C7,eve,hat,-1,10
                """);

        assertThat(mapped.all("order")).containsExactly("1", "2", "3", "2", "1");
        assertThat(mapped.problems())
                .containsExactly(
                        "row 7: line-of: no earlier line has 20.00 CNY left (expected: a paid line with the same cells in an earlier row, or order: in the mapping), columns buyer, product",
                        "row 8: line-of: no earlier line has 10.00 CNY left (expected: a paid line with the same cells in an earlier row, or order: in the mapping), columns buyer, product");

        var parked = mapped(REFUNDS + "    order: \"{order}\"\n", "order,buyer,product,n,price\nC7,eve,hat,-1,10\n");
        assertThat(parked.all("order")).containsExactly("C7");
    }

    private static final String REFUNDS = """
            currency: CNY
            members:
              id: "{order}"
              field: livestream
              touchpoint: t
              occurredAt: "2026-06-01T00:00:00Z"
              amount: {multiply: ["{n}", "{price}"], absolute: true}
            events:
              - type: order.paid
                when: {n: {above: 0}}
                order: "{order}"
                product: "{product}"
                quantity: "{n}"
              - type: order.refunded
                when: {n: {below: 0}}
                line-of: [buyer, product]
            """;

    @Test
    void whatTheLedgerWouldRefuseIsToldBeforeItIsSent() throws IOException {
        var mapped = mapped("""
                currency: CNY
                members:
                  id: "{id}"
                  field: {column: field, default: livestream}
                  touchpoint: t
                  occurredAt: "{at}"
                  order: "{order}"
                  amount: "{price}"
                events:
                  - {type: order.paid, when: {kind: p}, product: p, quantity: "{n}"}
                  - {type: order.refunded, when: {kind: r}}
                """, """
                id,kind,field,order,n,price,at
                1,p,,A,1,10,2026-06-01T00:00Z
                2,p,,A,1,10,2026-06-01T00:00Z
                3,r,,A,,6,2026-06-01T00:00Z
                4,r,,A,,6,2026-06-01T00:00Z
                5,p,,B,0,1,2026-06-01T00:00Z
                6,p,moon,C,1,1,2026-06-01T00:00Z
                7,p,,D,1,1,2009-12-31T00:00Z
                8,p,,E,1,1,2026-12-01T00:00Z
                9,p,kol,A,1,10,2026-06-01T00:00Z
                """);

        assertThat(mapped.all("id")).containsExactly("1", "3", "9");
        assertThat(mapped.problems())
                .containsExactly(
                        "row 3: order, line: A, 1 was paid in an earlier row (expected: a line of its own, such as line: {counter: [...]})",
                        "row 5: amount: 6.00 (expected: at most what is left of the line), column price",
                        "row 6: quantity: 0 (expected: an integer from 1 to 9223372036854775807), column n",
                        "row 7: field: moon (expected: one of campaign, creator, kol, livestream, unattributed), column field",
                        "row 8: occurredAt: 2009-12-31T00:00:00Z (expected: not before 2010-01-01T00:00:00Z), column at",
                        "row 9: occurredAt: 2026-12-01T00:00:00Z (expected: at most 24 h ahead of now), column at");
    }

    @Test
    void aQuoteTooManySwallowsNoRowInSilence() throws IOException {
        var never = mapped(COST, "id,n,note\n1,1,ok\n2,2,\"open\n3,3,x\r\n4,4,y\n");
        var again = mapped(
                COST,
                "id,n,note\n1,1,\"two\nlines, \"\"ok\"\"\" \n2,2,\"open\n3,3,\"x\"\n4,4,5\" wide\n\"5\",5,z\n6,6,\n");

        assertThat(never.all("id")).containsExactly("1");
        assertThat(never.problems())
                .containsExactly("row 3: row: a quote that is never closed, so that all up to row 6 is one cell"
                        + " (expected: a quote inside a quoted cell is written twice, or file.quote in the mapping)");
        assertThat(again.all("id")).containsExactly("1", "5", "6");
        assertThat(again.problems())
                .containsExactly("row 4: row: text behind a closing quote"
                        + " (expected: a quote inside a quoted cell is written twice, or file.quote in the mapping)");
    }

    @Test
    void aRowWithAProblemMakesNoEventAtAll() throws IOException {
        var mapped = mapped(
                COST + "    id: \"a{id}\"\n  - {type: cost, id: \"b{id}\", amount: {column: n, currency: CNY}}\n",
                "id,n\n1,1\n2,x\n3,1,\n4\n5,1,z\n");

        assertThat(mapped.all("id")).containsExactly("a1", "b1", "a3", "b3");
        assertThat(mapped.problems())
                .containsExactly(
                        "row 3: amount: x (expected: a number such as 1,234.50), column n",
                        "row 5: row: 1 cells (expected: 2, as many as columns)",
                        "row 6: row: 3 cells (expected: 2, as many as columns)");
    }

    @Test
    void columnsThatNobodyLooksAtAreTold() throws IOException {
        assertThat(mapped(COST, "id,a,b,a\n1,,,\n").unused()).containsExactly("a#1", "b", "a#2");
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private Mapped mapped(String mapping, String csv) throws IOException {
        return Mapped.of(folder, mapping, csv);
    }
}
