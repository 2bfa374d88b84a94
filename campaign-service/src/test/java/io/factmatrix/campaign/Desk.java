package io.factmatrix.campaign;

import io.factmatrix.ledger.testing.Answer;
import io.factmatrix.ledger.testing.MerchantClient;
import io.factmatrix.ledger.testing.RunningService;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A merchant of the running service, as somebody with some roles uses it. */
final class Desk extends MerchantClient {

    /** Started once, and stopped with the process. */
    private static final RunningService SERVICE = new RunningService(CampaignService.application());

    /** Of the port for those who run it. */
    static String management() {
        return SERVICE.management();
    }

    Desk(String merchant, String... roles) {
        this(SERVICE::uri, merchant, roles);
    }

    /** Of a service of its own. */
    Desk(Supplier<String> uri, String merchant, String... roles) {
        super(uri, merchant, roles);
    }

    /** That of an operator of a merchant that nobody has used. */
    static Desk fresh() {
        return fresh("operator");
    }

    static Desk fresh(String... roles) {
        return new Desk(freshMerchant(), roles);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Answer move(String path, String to, String... headers) {
        return post(path + "/transitions", "{\"to\":\"" + to + "\"}", headers);
    }

    /** An offer of so many, open for a hundred years. */
    String offer(long stock, long cap) {
        var offer = post("/offers", terms(stock, cap, "")).ok().id();
        move("/offers/" + offer, "open").ok();
        return offer;
    }

    static String terms(long stock, long cap, String more) {
        return json(
                "{'product': 'serum', 'price': {'amount': '99', 'currency': 'CNY'}, 'stock': %d, 'capPerBuyer': %d, 'start': '2026-06-01T00:00:00Z', 'end': '2126-06-01T00:00:00Z'%s}"
                        .formatted(stock, cap, more));
    }

    Answer claim(String offer, String claim, String buyer, long quantity) {
        return put(
                "/offers/" + offer + "/claims/" + claim,
                json("{'buyer': '%s', 'quantity': %d}".formatted(buyer, quantity)));
    }

    List<JsonNode> trail() {
        return trail("campaign");
    }
}
