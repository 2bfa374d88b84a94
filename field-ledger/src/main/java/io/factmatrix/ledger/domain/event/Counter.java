package io.factmatrix.ledger.domain.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a traffic event counts; one that it leaves out is unknown, never zero. The names are the members of the API. */
public enum Counter {
    IMPRESSIONS("impressions"),
    PAID_IMPRESSIONS("paidImpressions"),
    VIEWS("views"),
    VIEWERS("viewers"),
    PRODUCT_IMPRESSIONS("productImpressions"),
    PRODUCT_CLICKS("productClicks"),
    WATCH_SECONDS("watchSeconds"),
    LIKES("likes"),
    COMMENTS("comments"),
    SHARES("shares"),
    FOLLOWS("follows"),
    FAN_JOINS("fanJoins");

    private final String member;

    Counter(String member) {
        this.member = member;
    }

    /** The member of a traffic event and of the view. */
    @JsonValue
    public String member() {
        return member;
    }
}
