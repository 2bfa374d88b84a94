package io.factmatrix.deploy.local.demo;

/** Creators by their reach. */
enum Tier {
    //   creators  video    live  every  live every  rate  fee
    TOP(2, 190_000, 230_000, 6, 7, 0.22, 800_000),
    HEAD(6, 66_000, 70_000, 4, 7, 0.20, 240_000),
    MIDDLE(12, 21_000, 24_000, 3, 14, 0.18, 0),
    TAIL(20, 6_500, 0, 4, 0, 0.15, 0);

    private final int creators;
    private final double video;
    private final double live;
    private final int videoEvery;
    private final int liveEvery;
    private final double rate;
    private final double fee;

    Tier(int creators, double video, double live, int videoEvery, int liveEvery, double rate, double fee) {
        this.creators = creators;
        this.video = video;
        this.live = live;
        this.videoEvery = videoEvery;
        this.liveEvery = liveEvery;
        this.rate = rate;
        this.fee = fee;
    }

    /** What the directory calls it. */
    String word() {
        return switch (this) {
            case TOP, HEAD -> "head";
            case MIDDLE -> "mid";
            case TAIL -> "tail";
        };
    }

    /** How many there are. */
    int creators() {
        return creators;
    }

    /** Impressions of a video on its first day. */
    double video() {
        return video;
    }

    /** Impressions of a live. */
    double live() {
        return live;
    }

    int videoEvery() {
        return videoEvery;
    }

    /** Days from one live to the next; 0: never. */
    int liveEvery() {
        return liveEvery;
    }

    /** The commission. */
    double rate() {
        return rate;
    }

    /** In fen for one video. */
    double fee() {
        return fee;
    }
}
