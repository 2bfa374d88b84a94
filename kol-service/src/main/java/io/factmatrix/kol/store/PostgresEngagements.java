package io.factmatrix.kol.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.kol.domain.engagement.Clause;
import io.factmatrix.kol.domain.engagement.Engagement;
import io.factmatrix.kol.domain.engagement.EngagementFilter;
import io.factmatrix.kol.domain.engagement.EngagementId;
import io.factmatrix.kol.domain.engagement.EngagementState;
import io.factmatrix.kol.domain.engagement.EngagementTerms;
import io.factmatrix.kol.domain.engagement.Engagements;
import io.factmatrix.kol.domain.engagement.Guarantee;
import io.factmatrix.kol.domain.engagement.Milestone;
import io.factmatrix.kol.domain.engagement.Payment;
import io.factmatrix.kol.domain.engagement.PromisedProduct;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.Span;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Engagements in PostgreSQL. */
public final class PostgresEngagements extends PostgresResources<EngagementId, Engagement> implements Engagements {

    private final Json json;

    public PostgresEngagements(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "engagement");
        this.json = new Json(json);
    }

    @Override
    protected ProblemException taken(Engagement engagement) {
        return new ProblemException(
                409,
                "touchpoint.taken",
                "touchpoint: %s (expected: one that no other engagement of shop %s has)"
                        .formatted(engagement.touchpoint(), engagement.terms().shop()));
    }

    @Override
    public List<Engagement> list(
            MerchantId merchant, EngagementFilter filter, @Nullable EngagementId before, int limit) {
        var conditions = new Conditions()
                .equal("kol_id", filter.kol())
                .equal("state", filter.state())
                .equal("touchpoint", filter.touchpoint())
                .above("ends_at", filter.from())
                .below("starts_at", filter.to());
        return newest(merchant, conditions, before, limit);
    }

    /** One statement that makes the row or holds it: between two there could be another client. */
    @Override
    public void holdSigned(MerchantId merchant) {
        jdbc.sql("""
                        insert into signing (merchant_id) values (:merchant)
                        on conflict (merchant_id) do update set merchant_id = excluded.merchant_id
                        """).param("merchant", merchant.value()).update();
    }

    /** Milestones are due at any time: those of a merchant are few, and read all. */
    @Override
    public List<Engagement> reaching(MerchantId merchant, Span span) {
        return all(merchant, new Conditions()).stream()
                .filter(engagement -> engagement.terms().reach().overlaps(span)
                        || engagement.terms().milestones().stream()
                                .anyMatch(milestone -> !milestone.due().isBefore(span.start())
                                        && milestone.due().isBefore(span.end())))
                .toList();
    }

    @Override
    public List<Engagement> signed(MerchantId merchant, Span reach) {
        var conditions = new Conditions().above("reach_to", reach.start()).below("reach_from", reach.end());
        return all(merchant, conditions).stream()
                .filter(engagement -> engagement.state().isBinding())
                .sorted(Comparator.comparing(engagement -> engagement.id().value()))
                .toList();
    }

    @Override
    protected Map<String, @Nullable Object> columns(Engagement engagement) {
        var terms = engagement.terms();
        var guarantee = terms.guarantee();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("kol_id", terms.kol());
        columns.put("title", terms.title());
        columns.put("starts_at", terms.slot().start());
        columns.put("ends_at", terms.slot().end());
        columns.put("reach_from", terms.reach().start());
        columns.put("reach_to", terms.reach().end());
        columns.put("shop", terms.shop());
        columns.put("touchpoint", engagement.touchpoint());
        columns.put("currency", terms.slotFee().currency());
        columns.put("slot_fee", terms.slotFee().minor());
        columns.put("commission", terms.commission());
        columns.put("guaranteed_gmv", guarantee == null ? null : guarantee.gmv().minor());
        columns.put(
                "guaranteed_from", guarantee == null ? null : guarantee.window().start());
        columns.put(
                "guaranteed_to", guarantee == null ? null : guarantee.window().end());
        columns.put("goods_cost_share", terms.goodsCostShare());
        columns.put(
                "products",
                json.column(
                        terms.products().stream().map(PromisedProduct::members).toList()));
        columns.put(
                "clauses",
                json.column(terms.clauses().stream().map(Clause::members).toList()));
        columns.put(
                "milestones",
                json.column(terms.milestones().stream().map(Milestone::members).toList()));
        columns.put(
                "payments",
                json.column(terms.payments().stream().map(Payment::members).toList()));
        columns.put("state", engagement.state());
        return columns;
    }

    @Override
    protected Engagement read(Row row) throws SQLException {
        var id = new EngagementId(row.text("engagement_id"));
        var touchpoint = row.text("touchpoint");
        var currency = row.text("currency");
        var terms = new EngagementTerms(
                new KolId(row.text("kol_id")),
                row.text("title"),
                new Span(row.instant("starts_at"), row.instant("ends_at")),
                row.text("shop"),
                touchpoint.equals(id.value()) ? null : touchpoint,
                new Money(row.number("slot_fee"), currency),
                new BigDecimal(row.text("commission")).stripTrailingZeros(),
                guarantee(row, currency),
                share(row.optionalText("goods_cost_share")),
                json.products(row.text("products")),
                json.clauses(row.text("clauses")),
                json.milestones(row.text("milestones")),
                json.payments(row.text("payments")));
        return new Engagement(id, terms, row.word("state", EngagementState.class), row.version());
    }

    private static @Nullable Guarantee guarantee(Row row, String currency) throws SQLException {
        var gmv = row.optionalNumber("guaranteed_gmv");
        return gmv == null
                ? null
                : new Guarantee(
                        new Money(gmv, currency),
                        new Span(row.instant("guaranteed_from"), row.instant("guaranteed_to")));
    }

    private static @Nullable BigDecimal share(@Nullable String share) {
        return share == null ? null : new BigDecimal(share).stripTrailingZeros();
    }
}
