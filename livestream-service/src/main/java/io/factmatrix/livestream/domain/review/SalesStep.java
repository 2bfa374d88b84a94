package io.factmatrix.livestream.domain.review;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.Role;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.People;
import io.factmatrix.ledger.domain.touchpoint.PlaceSums;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A step from being shown a session to an order, the earliest first, and who owns it: low enter → content; low productShow or productClick →
 * content and goods; low order → goods and service. On counts it is one of the four {@code rates} of the view, on people one of the 四率.
 */
public enum SalesStep implements Word {
    /** views / impressions; entered / exposed. */
    ENTER("enter", "enteredOfExposed"),
    /** productImpressions / views; sawProduct / entered. */
    PRODUCT_SHOW("productShow", "sawProductOfEntered"),
    /** productClicks / productImpressions; clickedProduct / sawProduct. */
    PRODUCT_CLICK("productClick", "clickedProductOfSawProduct"),
    /** orders / productClicks; bought / clickedProduct. */
    ORDER("order", "boughtOfClickedProduct");

    private final String word;
    private final String ofPeople;

    SalesStep(String word, String ofPeople) {
        this.word = word;
        this.ofPeople = ofPeople;
    }

    @Override
    public String word() {
        return word;
    }

    /** The member of its rate among {@code peopleRates}. */
    String ofPeople() {
        return ofPeople;
    }

    /** The departments that own it. */
    public List<Role> owners() {
        return switch (this) {
            case ENTER -> List.of(Role.CONTENT);
            case PRODUCT_SHOW, PRODUCT_CLICK -> List.of(Role.CONTENT, Role.GOODS);
            case ORDER -> List.of(Role.GOODS, Role.SERVICE);
        };
    }

    /** The rate of this step; empty where one side of it is unknown, or there is nothing to divide by. */
    Optional<BigFraction> rate(Basis basis, PlaceSums sums) {
        return switch (basis) {
            case COUNTS -> onCounts(sums);
            case PEOPLE -> onPeople(sums);
        };
    }

    private Optional<BigFraction> onCounts(PlaceSums sums) {
        var traffic = sums.traffic();
        return switch (this) {
            case ENTER -> fraction(traffic.get(Counter.VIEWS), traffic.get(Counter.IMPRESSIONS));
            case PRODUCT_SHOW -> fraction(traffic.get(Counter.PRODUCT_IMPRESSIONS), traffic.get(Counter.VIEWS));
            case PRODUCT_CLICK ->
                fraction(traffic.get(Counter.PRODUCT_CLICKS), traffic.get(Counter.PRODUCT_IMPRESSIONS));
            case ORDER -> fraction(sums.orders(), traffic.get(Counter.PRODUCT_CLICKS));
        };
    }

    private Optional<BigFraction> onPeople(PlaceSums sums) {
        var people = sums.people();
        return switch (this) {
            case ENTER -> fraction(people.get(People.ENTERED), people.get(People.EXPOSED));
            case PRODUCT_SHOW -> fraction(people.get(People.SAW_PRODUCT), people.get(People.ENTERED));
            case PRODUCT_CLICK -> fraction(people.get(People.CLICKED_PRODUCT), people.get(People.SAW_PRODUCT));
            case ORDER -> fraction(people.get(People.BOUGHT), people.get(People.CLICKED_PRODUCT));
        };
    }

    private static Optional<BigFraction> fraction(@Nullable BigInteger part, @Nullable BigInteger whole) {
        return part == null || whole == null || whole.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigFraction(part, whole));
    }
}
