package io.factmatrix.ledger.http;

import io.factmatrix.kit.export.Column;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.People;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a ledger's CSV: all members that events of any type have, in an order that stays. What is new comes before
 * {@code recordedAt}.
 */
final class EventColumns {

    static final List<Column> ALL = Stream.of(
                    of("id", "type", "field", "touchpoint", "shop", "replaces", "occurredAt", "product", "audience"),
                    of("order", "line", "quantity"),
                    Stream.of(Column.at("amount", "amount.amount"), Column.at("currency", "amount.currency")),
                    of("sample", "reason", "start", "end"),
                    Arrays.stream(Counter.values()).map(Counter::member).map(Column::of),
                    Arrays.stream(People.values()).map(step -> Column.of("people." + step.member())),
                    of("category", "status", "settles", "kind", "stage"),
                    of("recordedAt", "watermark", "state"))
            .flatMap(some -> some)
            .toList();

    private EventColumns() {}

    private static Stream<Column> of(String... members) {
        return Arrays.stream(members).map(Column::of);
    }
}
