package io.factmatrix.deploy.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * People whom nobody else knows, reached on two days of their own in three fields: six tenths of them here, six tenths there, a tenth
 * in a third, so that all have some in common. Who they are depends on their numbers alone, and so does what is true of them.
 */
final class AudienceCase {

    /** Its days are cut out of quarter-hours of three UTC days. */
    private static final String ZONE = "Asia/Kathmandu";

    private static final long SECONDS_A_DAY = 86_400;

    private final String name;
    private final int people;
    private final ViewQuery query;
    private final Map<String, Told> told = new HashMap<>();

    /** What happened in a field, and to whom. */
    private static final class Told {
        final BitSet saw = new BitSet();
        final BitSet interacted = new BitSet();
        final List<BitSet> paid = List.of(new BitSet(), new BitSet());

        void add(Told other) {
            saw.or(other.saw);
            interacted.or(other.interacted);
            paid.get(0).or(other.paid.get(0));
            paid.get(1).or(other.paid.get(1));
        }

        Map<Audience.Stage, BitSet> stages() {
            var once = (BitSet) paid.get(0).clone();
            once.or(paid.get(1));
            var twice = (BitSet) paid.get(0).clone();
            twice.and(paid.get(1));
            return Audience.stages(saw, interacted, once, twice);
        }
    }

    /**
     * @param name unique; part of every id
     * @param from the first of its two days
     */
    AudienceCase(String name, int people, LocalDate from) {
        this.name = name;
        this.people = people;
        this.query = ViewQuery.of(from, from.plusDays(2), ZONE, "CNY");
        Event.FIELDS.forEach(field -> told.put(field, new Told()));
    }

    ViewQuery query() {
        return query;
    }

    /** Hands out all its events once, in batches of that many at most. */
    void send(int batch, Consumer<List<Event>> to) {
        var events = new ArrayList<Event>();
        for (int person = 0; person < people; person++) {
            addEvents(person, events);
            if (events.size() > batch - 4 || person == people - 1) {
                to.accept(List.copyOf(events));
                events.clear();
            }
        }
    }

    /** Of twenty people one pays in each field, and one in the first field on one day and in the last on the other; a quarter interacts. */
    private void addEvents(int person, List<Event> events) {
        var fields = fieldsOf(person);
        for (int at = 0; at < fields.size(); at++) {
            var field = fields.get(at);
            switch (person % 20) {
                case 0 -> {
                    events.add(paid(field, person, 0));
                    if (person % 40 == 0) {
                        events.add(paid(field, person, 1));
                    }
                }
                case 1, 5, 9, 13, 17 -> events.add(contact(field, person, "interacted"));
                default -> events.add(contact(field, person, "saw"));
            }
        }
        if (person % 20 == 10) {
            events.add(paid(fields.get(0), person, 0));
            events.add(paid(fields.get(fields.size() - 1), person, 1));
        }
    }

    private List<String> fieldsOf(int person) {
        var fields = new ArrayList<String>();
        if (person * 10L < people * 6L) {
            fields.add("livestream");
        }
        if (person * 10L >= people * 4L) {
            fields.add("creator");
        }
        if (person % 10 == 3 || person % 200 == 10) {
            fields.add("kol");
        }
        return fields;
    }

    private Event contact(String field, int person, String stage) {
        var those = toldIn(field);
        (stage.equals("saw") ? those.saw : those.interacted).set(person);
        return event("audience", stage, field, person, 0).with("stage", stage);
    }

    private Event paid(String field, int person, int day) {
        toldIn(field).paid.get(day).set(person);
        return event("order.paid", "paid" + day, field, person, day)
                .with("order", name + "-" + field + "-" + person + "-" + day)
                .with("product", "p-1")
                .with("quantity", 1)
                .with("amount", Map.of("amount", "1.00", "currency", "CNY"));
    }

    private Told toldIn(String field) {
        return told.computeIfAbsent(field, unknown -> new Told());
    }

    private Event event(String type, String what, String field, int person, int day) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", name + "-" + person + "-" + what);
        members.put("type", type);
        members.put("field", field);
        members.put("touchpoint", "t-1");
        members.put("audience", name + "-" + person);
        members.put("occurredAt", at(person, day).toString());
        return new Event(members);
    }

    private Instant at(int person, int day) {
        return query.start().plusSeconds(day * SECONDS_A_DAY + person * 7_919L % SECONDS_A_DAY);
    }

    /** Who was reached, once all was sent. */
    Audience truth() {
        var fields = new LinkedHashMap<String, Map<Audience.Stage, BitSet>>();
        var everybody = new Told();
        for (var field : Event.FIELDS) {
            var those = toldIn(field);
            fields.put(field, those.stages());
            everybody.add(those);
        }
        return new Audience(fields, everybody.stages());
    }
}
