package io.factmatrix.creator;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.testing.TestStore;
import io.factmatrix.ledger.testing.Answer;
import io.factmatrix.ledger.testing.MerchantClient;
import io.factmatrix.ledger.testing.RunningService;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A merchant of the running service, as somebody with some roles uses it. */
final class Desk extends MerchantClient {

    /** Started once, and stopped with the process. */
    private static final RunningService SERVICE = new RunningService(CreatorService.application());

    Desk(String merchant, String... roles) {
        super(SERVICE::uri, merchant, roles);
    }

    /** That of an operator of a merchant that nobody has used. */
    static Desk fresh() {
        return fresh("operator");
    }

    static Desk fresh(String... roles) {
        return new Desk(freshMerchant(), roles);
    }

    /** Of the port for those who run it. */
    static String management() {
        return SERVICE.management();
    }

    static TestStore store() {
        return SERVICE.store();
    }

    /** A part of the running service. */
    static <T> T bean(Class<T> type) {
        return SERVICE.bean(type);
    }

    /** The same merchant, as somebody with other roles. */
    Desk as(String... roles) {
        return new Desk(merchant(), roles);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Answer move(String path, String to, String... headers) {
        return post(path + "/transitions", "{\"to\":\"" + to + "\"}", headers);
    }

    /** A creator of that handle. */
    String creator(String handle) {
        return post(
                        "/creators",
                        json("{'name': 'a', 'platform': 'douyin', 'handle': '%s', 'tier': 'mid'}".formatted(handle)))
                .ok()
                .id();
    }

    /** An open collaboration that pays a tenth of what is paid in 2026, and is active. */
    String collaboration(String more) {
        var id = draft(more);
        move("/collaborations/" + id, "active").ok();
        return id;
    }

    /** The same as a draft. */
    String draft(String more) {
        return post("/collaborations", json("""
                        {'name': '618', 'kind': 'open', 'window': {'start': '2026-01-01T00:00:00Z', 'end': '2027-01-01T00:00:00Z'},
                        'rates': [{'from': '2026-01-01T00:00:00Z', 'tiers': [{'rate': 0.1}]}]%s}
                        """.formatted(more))).ok().id();
    }

    /** A creator takes part with that content. */
    String participation(String collaboration, String creator, String... touchpoints) {
        var content = Arrays.stream(touchpoints).map("'%s'"::formatted).collect(Collectors.joining(", "));
        return post(
                        "/participations",
                        json("{'collaboration': '%s', 'creator': '%s', 'touchpoints': [%s]}"
                                .formatted(collaboration, creator, content)))
                .ok()
                .id();
    }

    /** As if content of a participation had been linked then. */
    void linkedSince(String touchpoint, String moment) {
        store().asOwner()
                .execute(
                        "set app.merchant = '%s'; update participation set content_linked_at = '%s' where '%s' = any(touchpoints)"
                                .formatted(merchant(), moment, touchpoint));
    }

    /** As if all content had been linked then: a month that is over cannot be waited for. */
    void linkedSince(String moment) {
        store().asOwner()
                .execute(
                        "set app.merchant = '%s'; update participation set content_linked_at = '%s' where content_linked_at is not null"
                                .formatted(merchant(), moment));
    }

    /** Events of the field, in single quotes, and without the members that all of them have. */
    void tell(String... events) {
        var body = Arrays.stream(events)
                .map(event -> json("{'field': 'creator', " + event.substring(1)))
                .collect(Collectors.joining("\n"));
        var answer = as("integration")
                .post("/events", body, "Content-Type", "application/x-ndjson")
                .ok();
        assertThat(answer.json().get("stored").asInt()).as(answer.text()).isEqualTo(events.length);
    }

    List<JsonNode> trail() {
        return trail("creator");
    }
}
