package io.factmatrix.livestream;

import io.factmatrix.kit.testing.TestStore;
import io.factmatrix.ledger.testing.Answer;
import io.factmatrix.ledger.testing.MerchantClient;
import io.factmatrix.ledger.testing.RunningService;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A merchant of the running service, as somebody with some roles uses it. */
final class Desk extends MerchantClient {

    /** Started once, and stopped with the process. */
    private static final RunningService SERVICE =
            new RunningService(LivestreamService.application().initializers(Desk::withPatience));

    Desk(String merchant, String... roles) {
        super(SERVICE::uri, merchant, roles);
    }

    /** One of the tests holds a lock for as long as it takes. */
    private static void withPatience(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.hikari.connection-init-sql=set lock_timeout = '60s'")
                .applyTo(context);
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

    static <T> T bean(Class<T> type) {
        return SERVICE.bean(type);
    }

    static TestStore store() {
        return SERVICE.store();
    }

    Answer add(String body, String... headers) {
        return post("/rooms", body, headers);
    }

    Answer put(String room, String body, String... headers) {
        return send("PUT", "/rooms/" + room, body, headers);
    }

    Answer move(String room, String to, String... headers) {
        return post("/rooms/" + room + "/transitions", "{\"to\":\"" + to + "\"}", headers);
    }

    List<JsonNode> trail() {
        return trail("livestream");
    }

    long rooms() {
        return get("/rooms?limit=500").items().size();
    }
}
