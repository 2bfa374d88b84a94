package io.factmatrix.creator;

import io.factmatrix.kit.testing.TestStore;
import io.factmatrix.ledger.testing.Answer;
import io.factmatrix.ledger.testing.MerchantClient;
import io.factmatrix.ledger.testing.RunningService;
import java.util.List;
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

    static TestStore store() {
        return SERVICE.store();
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

    List<JsonNode> trail() {
        return trail("creator");
    }
}
