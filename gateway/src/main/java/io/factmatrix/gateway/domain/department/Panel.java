package io.factmatrix.gateway.domain.department;

import io.factmatrix.gateway.domain.MetricNames;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.ledger.domain.event.Field;
import java.util.List;

/**
 * What a department sees.
 *
 * @param fields its total is over these
 * @param figures of the view
 * @param trend those that are shown day by day
 * @param deals in the order in which they are shown
 */
public record Panel(
        List<Field> fields, MetricNames figures, MetricNames trend, List<Indicator> indicators, List<Deal> deals) {

    static final Panel CONTENT = new Panel(
            Sections.FIELDS,
            names(
                    "impressions",
                    "paidImpressions",
                    "views",
                    "viewers",
                    "productImpressions",
                    "productClicks",
                    "watchSeconds",
                    "likes",
                    "comments",
                    "shares",
                    "follows",
                    "fanJoins",
                    "gpm",
                    "rates",
                    "coverage"),
            names("impressions", "views", "rates", "follows", "fanJoins"),
            List.of(),
            List.of(Deal.SESSIONS_TO_REVIEW, Deal.SESSIONS_REVIEWED));

    static final Panel GOODS = new Panel(
            Sections.FIELDS,
            names(
                    "gmv",
                    "refunds",
                    "netGmv",
                    "refundsOfPeriod",
                    "netGmvOfPeriod",
                    "orders",
                    "units",
                    "aov",
                    "refundRate",
                    "productImpressions",
                    "productClicks",
                    "rates.productShow",
                    "rates.productClick",
                    "rates.order",
                    "coverage.productImpressions",
                    "coverage.productClicks"),
            names("gmv", "netGmv", "units", "refundRate"),
            List.of(),
            List.of(Deal.OFFERS_NEARLY_SOLD_OUT));

    /** Orders of two fields together are no sum, and so none of its figures. */
    static final Panel CREATORS = new Panel(
            List.of(Field.CREATOR, Field.KOL),
            names(
                    "gmv",
                    "refunds",
                    "netGmv",
                    "refundsOfPeriod",
                    "netGmvOfPeriod",
                    "cost",
                    "costByCategory",
                    "units",
                    "buyers",
                    "newBuyers",
                    "newBuyerShare",
                    "audienceCoverage",
                    "roi",
                    "netRoi",
                    "refundRate"),
            names("gmv", "netGmv", "cost"),
            List.of(),
            List.of(
                    Deal.COLLABORATIONS_ACTIVE,
                    Deal.SAMPLES_OVERDUE,
                    Deal.CONTENT_OVERDUE,
                    Deal.OUTREACHES_OVERDUE,
                    Deal.ENGAGEMENTS_COMING,
                    Deal.GUARANTEES_SHORT,
                    Deal.STATEMENTS_OPEN));

    static final Panel ADS = new Panel(
            Sections.FIELDS,
            names(
                    "gmv",
                    "netGmv",
                    "cost",
                    "costByCategory",
                    "orders",
                    "orderCost",
                    "roi",
                    "netRoi",
                    "impressions",
                    "paidImpressions",
                    "views",
                    "gpm",
                    "coverage.impressions",
                    "coverage.paidImpressions",
                    "coverage.views"),
            names("cost", "roi", "gpm", "impressions", "paidImpressions"),
            List.of(Indicator.PAID_SHARE),
            List.of(Deal.CAMPAIGNS_RUNNING));

    static final Panel SERVICE = new Panel(
            Sections.FIELDS,
            names("gmv", "refunds", "netGmv", "refundsOfPeriod", "netGmvOfPeriod", "refundRate", "orders", "tickets"),
            names("orders", "refunds", "refundRate", "tickets"),
            List.of(Indicator.COMPLAINTS_PER_THOUSAND_ORDERS, Indicator.REFUND_RATE_BY_REFUND_TIME),
            List.of());

    public static Panel of(Department department) {
        return switch (department) {
            case CONTENT -> CONTENT;
            case GOODS -> GOODS;
            case CREATORS -> CREATORS;
            case ADS -> ADS;
            case SERVICE -> SERVICE;
        };
    }

    /** Whether it is told which step of those who watch is weakest. */
    public boolean seesSteps() {
        return equals(CONTENT);
    }

    /** Whether it is told which products sold most and least, and which came back. */
    public boolean seesProducts() {
        return equals(GOODS) || equals(SERVICE);
    }

    /** Whether it is told where promised prices or stocks contradict each other. */
    public boolean seesPromises() {
        return equals(GOODS);
    }

    private static MetricNames names(String... names) {
        return MetricNames.of(List.of(names));
    }
}
