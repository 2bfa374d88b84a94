package io.factmatrix.deploy.local.demo;

/** The platform shops. Nearly everything is sold in the first. */
enum Shop {
    MAIN("main", "CNY", "u"),
    KUAISHOU("kuaishou", "CNY", "ks"),
    THAILAND("tiktok-th", "THB", "th"),
    UNITED_STATES("tiktok-us", "USD", "us");

    private final String id;
    private final String currency;
    private final String people;

    Shop(String id, String currency, String people) {
        this.id = id;
        this.currency = currency;
        this.people = people;
    }

    String id() {
        return id;
    }

    String currency() {
        return currency;
    }

    /** What the ids of its audience begin with: a person of another platform cannot be recognised. */
    String people() {
        return people;
    }

    /** Minor units here for so many fen: about the rate, and a price that looks like one. */
    long price(long fen) {
        return switch (currency) {
            case "THB" -> fen * 5 / 1_000 * 1_000 + 900;
            case "USD" -> fen * 16 / 10_000 * 100 + 99;
            default -> fen;
        };
    }
}
