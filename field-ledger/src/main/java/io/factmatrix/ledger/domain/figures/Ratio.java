package io.factmatrix.ledger.domain.figures;

import com.fasterxml.jackson.annotation.JsonValue;

/** The ratios that have a traffic counter in them, and so are taken only over the touchpoints known on both sides. */
public enum Ratio {
    /** gmv / impressions. */
    GPM_IMPRESSION("gpmImpression"),
    /** gmv / views. */
    GPM_VIEW("gpmView"),
    /** views / impressions. */
    ENTER("enter"),
    /** productImpressions / views. */
    PRODUCT_SHOW("productShow"),
    /** productClicks / productImpressions. */
    PRODUCT_CLICK("productClick"),
    /** orders / productClicks. */
    ORDER("order"),
    /** The same with only the orders that the whole counts in this field: this one adds up over fields. */
    ORDER_OF_WHOLE("orderOfWhole"),
    /** gmv / viewers. */
    UV_VALUE("uvValue"),
    /** paidImpressions / impressions. */
    PAID("paid"),
    /**
     * views / impressions over the touchpoints where impressions, views, productImpressions and productClicks are all known: there, GPM is the product of its factors. The
     * next three are over the same touchpoints.
     */
    CHAIN_ENTER("chainEnter"),
    /** productClicks / productImpressions. */
    CHAIN_PRODUCT_CLICK("chainProductClick"),
    /** gmv / orders. */
    CHAIN_AOV("chainAov"),
    /** gmv / the orders that the whole counts in this field. */
    CHAIN_AOV_OF_WHOLE("chainAovOfWhole");

    private final String word;

    Ratio(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
