package io.factmatrix.gateway.domain.change;

/** What GPM by impression is the product of, for a thousand impressions: from the impression to the money. */
public enum Factor {
    /** views / impressions. */
    ENTER("enter"),
    /** productImpressions / views. */
    PRODUCT_SHOW("productShow"),
    /** productClicks / productImpressions. */
    PRODUCT_CLICK("productClick"),
    /** orders / productClicks. */
    ORDER("order"),
    /** gmv / orders. */
    AOV("aov");

    private final String word;

    Factor(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
