package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.money;
import static io.factmatrix.deploy.acceptance.Events.paid;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scorecard 12: what is written is stored to the minor unit, or refused by name. Nothing is rounded, cut or guessed. */
@ExtendWith(RunningStack.Shared.class)
class MoneyLiteralsTest {

    private static final LocalDate FROM = LocalDate.of(2025, 6, 1);

    private static final String JUST_FITS = Long.toString(Long.MAX_VALUE);

    private static final List<List<String>> TAKEN = List.of(
            List.of("CNY", "0"),
            List.of("CNY", "0.0"),
            List.of("CNY", "0.00"),
            List.of("CNY", "0.01"),
            List.of("CNY", "0.1"),
            List.of("CNY", "1"),
            List.of("CNY", "1.0"),
            List.of("CNY", "199.00"),
            List.of("CNY", "0.29"),
            List.of("CNY", "4.35"),
            List.of("CNY", "1.15"),
            List.of("CNY", "9007199254740993"),
            List.of("CNY", "90071992547409.93"),
            List.of("CNY", "92233720368547758.07"),
            List.of("USD", "1234567.89"),
            List.of("JPY", "1"),
            List.of("JPY", "9007199254740993"),
            List.of("JPY", JUST_FITS),
            List.of("KWD", "0.001"),
            List.of("KWD", "1.5"),
            List.of("KWD", "12.345"),
            List.of("KWD", "9223372036854775.807"));

    private static final List<List<String>> REFUSED = List.of(
            List.of("CNY", "-0.01"),
            List.of("CNY", "-1"),
            List.of("CNY", "12.345"),
            List.of("CNY", "12.340"),
            List.of("CNY", "0.001"),
            List.of("CNY", "1,000.00"),
            List.of("CNY", "1 000"),
            List.of("CNY", " 1"),
            List.of("CNY", "1 "),
            List.of("CNY", ""),
            List.of("CNY", "."),
            List.of("CNY", "1.2.3"),
            List.of("CNY", "NaN"),
            List.of("CNY", "Infinity"),
            List.of("CNY", "0x10"),
            List.of("CNY", "1_000"),
            List.of("CNY", "１"),
            List.of("CNY", "١"),
            List.of("CNY", "¥1"),
            List.of("CNY", "1.00 CNY"),
            List.of("CNY", "1e400"),
            List.of("CNY", "1e-400"),
            List.of("CNY", "92233720368547758.08"),
            List.of("CNY", "9".repeat(400)),
            List.of("JPY", "1.0"),
            List.of("JPY", "0.5"),
            List.of("JPY", "9223372036854775808"),
            List.of("JPY", "18446744073709551617"),
            List.of("KWD", "0.0001"),
            List.of("KWD", "9223372036854775.808"),
            List.of("cny", "1"),
            List.of("RMB", "1"),
            List.of("XAU", "1"),
            List.of("", "1"));

    /** The page does not say whether these are decimal strings: either answer is honest, another value is not. */
    private static final List<List<String>> EITHER = List.of(
            List.of("CNY", "+1"),
            List.of("CNY", "01"),
            List.of("CNY", "1."),
            List.of("CNY", ".5"),
            List.of("CNY", "-0"),
            List.of("CNY", "1e2"),
            List.of("CNY", "1E1"),
            List.of("JPY", "1e18"));

    private final RunningStack stack;

    MoneyLiteralsTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void everyLiteralIsStoredAsWrittenOrRefused() {
        var merchant = stack.newMerchant();
        var stored = new ArrayList<Event>();
        for (var literal : TAKEN) {
            var event = line(stored.size(), literal);
            Asserting.stored(merchant.ingest(event), 1);
            stored.add(event);
        }
        for (var literal : REFUSED) {
            var answer = merchant.ingest(line(1000 + stored.size(), literal));
            assertThat(Asserting.codes(answer)).as("%s: %s", literal, answer).containsExactly("amount.invalid");
        }
        for (var literal : EITHER) {
            var event = line(stored.size(), literal);
            var answer = merchant.ingest(event);
            if (answer.json().path("stored").asInt() == 1) {
                stored.add(event);
            } else {
                assertThat(Asserting.codes(answer)).as(literal.toString()).containsExactly("amount.invalid");
            }
        }

        stored.forEach(event -> keptAsWritten(merchant, event));
        Asserting.exact(merchant, stored, queries());
    }

    @Test
    void aMemberThatIsNoMoneyIsRefused() {
        var merchant = stack.newMerchant();
        var event = paid("a", "a", "1");
        for (var amount : List.of(
                "\"1.00\"",
                "1",
                "1.00",
                "null",
                "true",
                "[]",
                "{}",
                "{\"amount\": 1, \"currency\": \"CNY\"}",
                "{\"amount\": 12.3, \"currency\": \"CNY\"}",
                "{\"amount\": null, \"currency\": \"CNY\"}",
                "{\"amount\": \"1\", \"currency\": null}",
                "{\"amount\": \"1\", \"currency\": 156}",
                "{\"amount\": \"1\"}",
                "{\"currency\": \"CNY\"}",
                "{\"amount\": \"1\", \"currency\": \"CNY\", \"scale\": 2}",
                "{\"amount\": \"1\", \"amount\": \"2\", \"currency\": \"CNY\"}")) {
            var json = event.with("amount", "@").json().replace("\"@\"", amount);
            var answer = merchant.ingestText(json);
            Asserting.counted(answer, 0, 0, 1);
        }
    }

    @Test
    void sumsBeyondSixtyThreeBitsAreExact() {
        var merchant = stack.newMerchant();
        var stored = new ArrayList<Event>();
        for (int i = 0; i < 5; i++) {
            stored.add(line(i, List.of("JPY", JUST_FITS)));
            stored.add(line(10 + i, List.of("CNY", "92233720368547758.07")));
        }
        stored.add(Events.cost("c", "ads", "1").with("amount", money(JUST_FITS, "JPY")));
        stored.add(Events.cost("d", "ads", "1").with("amount", money(JUST_FITS, "JPY")));
        Asserting.stored(merchant.ingest(stored, MerchantApi.Form.NDJSON), stored.size());

        Asserting.exact(merchant, stored, queries());
        assertThat(merchant.view(queries().get(2))
                        .json()
                        .at("/total/metrics/gmv")
                        .asString())
                .isEqualTo("46116860184273879035");
    }

    /** 30 lines of one order may be refunded beyond 63 bits together, each within its own. */
    @Test
    void aRefundOfTheGreatestAmountFitsExactlyOnce() {
        var merchant = stack.newMerchant();
        var line = line(1, List.of("JPY", JUST_FITS));
        var whole = Events.refunded("r", "o-1", "1").with("amount", money(JUST_FITS, "JPY"));
        var oneMore = Events.refunded("s", "o-1", "1").with("amount", money("1", "JPY"));

        Asserting.stored(merchant.ingest(line, whole), 2);
        Asserting.rejected(merchant.ingest(oneMore), "refund.exceeds_paid");
        Asserting.rejected(merchant.ingest(whole.with("id", "t")), "refund.exceeds_paid");
        Asserting.exact(merchant, List.of(line, whole), queries());
    }

    private static void keptAsWritten(MerchantApi merchant, Event event) {
        var kept = merchant.event(event.field(), event.id()).json().path("amount");
        var written = (Map<?, ?>) requireNonNull(event.members().get("amount"));
        assertThat(new BigDecimal(kept.path("amount").asString()))
                .isEqualByComparingTo(new BigDecimal(String.valueOf(written.get("amount"))));
        assertThat(kept.path("currency").asString()).isEqualTo(written.get("currency"));
    }

    private static Event line(int number, List<String> literal) {
        return paid("e-" + number, "o-" + number, "1").with("amount", money(literal.get(1), literal.get(0)));
    }

    private static List<ViewQuery> queries() {
        return List.of("CNY", "USD", "JPY", "KWD", "EUR").stream()
                .map(currency -> ViewQuery.of(FROM, FROM.plusMonths(1), "UTC", currency))
                .toList();
    }
}
