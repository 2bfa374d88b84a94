package io.factmatrix.gateway.domain;

import static io.factmatrix.gateway.domain.EstimateBody.bounds;
import static io.factmatrix.gateway.domain.EstimateBody.orNull;
import static io.factmatrix.gateway.domain.EstimateBody.rounded;
import static io.factmatrix.gateway.domain.EstimateBody.whole;

import io.factmatrix.gateway.domain.estimate.Estimate;
import io.factmatrix.gateway.domain.recommendation.Backtest;
import io.factmatrix.gateway.domain.recommendation.Curves;
import io.factmatrix.gateway.domain.recommendation.Reallocation;
import io.factmatrix.gateway.domain.recommendation.Reallocation.Share;
import io.factmatrix.gateway.domain.recommendation.Response;
import io.factmatrix.gateway.domain.recommendation.Wish;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A recommendation as it is answered. */
final class RecommendationBody {

    /** Of a curve, between which it is drawn as straight lines. */
    private static final int POINTS = 21;

    private final Amounts in;
    private final int days;

    RecommendationBody(Wish wish) {
        this.in = new Amounts(wish.currency());
        this.days = wish.days();
    }

    Map<String, @Nullable Object> of(Reallocation reallocation) {
        return new Members()
                .add("days", days)
                .add("budget", money(reallocation.budget()))
                .add("unallocated", money(reallocation.unallocated()))
                .add("gain", orNull(reallocation.gain(), this::money))
                .add("reason", orNull(reallocation.refusal(), EstimateBody::refusal))
                .object();
    }

    Map<String, @Nullable Object> of(Response response, Share share) {
        return new Members()
                .add(
                        "cost",
                        new Members()
                                .add("present", money(share.present()))
                                .add("recommended", money(share.recommended()))
                                .object())
                .add("gain", orNull(share.gain(), this::money))
                .add("beyondSeen", share.isBeyondSeen())
                .add("reason", orNull(response.refusal(), EstimateBody::refusal))
                .add("curve", orNull(response.curves(), this::curve))
                .add("marginalReturn", orNull(response.curves(), curves -> marginal(curves, share)))
                .add("backtest", orNull(response.backtest(), RecommendationBody::backtest))
                .object();
    }

    private Object marginal(Curves curves, Share share) {
        return new Members()
                .add("present", marginal(curves, share.present()))
                .add("recommended", marginal(curves, share.recommended()))
                .object();
    }

    private @Nullable Object marginal(Curves curves, @Nullable BigInteger cost) {
        return cost == null ? null : bounds(curves.marginal(cost.doubleValue() / days), EstimateBody::rounded);
    }

    private Object curve(Curves curves) {
        return new Members()
                .add("carriedOver", bounds(curves.carriedOver(), EstimateBody::rounded))
                .add(
                        "seen",
                        new Members()
                                .add("least", money(curves.leastCost()))
                                .add("most", money(curves.mostCost()))
                                .object())
                .add(
                        "points",
                        IntStream.range(0, POINTS)
                                .mapToObj(at -> point(
                                        curves,
                                        curves.leastCost()
                                                + (curves.mostCost() - curves.leastCost()) * at / (POINTS - 1)))
                                .toList())
                .object();
    }

    private Object point(Curves curves, double cost) {
        return new Members()
                .add("cost", money(cost))
                .add("netGmv", money(curves.netGmv(cost)))
                .object();
    }

    private static Object backtest(Backtest backtest) {
        return new Members()
                .add("curve", rounded(backtest.curve()))
                .add("seasonalNaive", rounded(backtest.seasonalNaive()))
                .object();
    }

    private @Nullable String money(@Nullable BigInteger minor) {
        return minor == null ? null : in.money(minor);
    }

    private String money(double minor) {
        return in.money(whole(minor));
    }

    private Object money(Estimate estimate) {
        return bounds(estimate, this::money);
    }
}
