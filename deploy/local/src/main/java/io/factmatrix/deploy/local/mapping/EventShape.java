package io.factmatrix.deploy.local.mapping;

import io.factmatrix.deploy.local.mapping.seen.Purchases;
import io.factmatrix.deploy.local.mapping.seen.Repeats;
import io.factmatrix.deploy.local.mapping.value.Text;
import io.factmatrix.deploy.local.table.Row;
import io.factmatrix.ledger.domain.event.EventType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code events:}.
 *
 * @param number its place in the list, from 1
 * @param id told before the other members, which may be many
 * @param lineOf how a refund finds what it refunds; null when it names it itself
 */
record EventShape(
        int number,
        EventType type,
        Condition when,
        Text id,
        Repeats repeats,
        List<String> idColumns,
        List<Member> members,
        @Nullable LineOf lineOf) {

    /**
     * @param key what the paid line and its refund have in common
     * @param purchases the lines that were paid so far
     */
    record LineOf(Function<Row, List<String>> key, List<String> columns, Purchases purchases) {}

    /** As a person finds it in the mapping. */
    String label() {
        return type.word() + " (events[" + number + "])";
    }
}
