package io.factmatrix.campaign.store;

import io.factmatrix.campaign.domain.campaign.Budget;
import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.campaign.domain.campaign.CampaignFilter;
import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.campaign.CampaignKind;
import io.factmatrix.campaign.domain.campaign.CampaignPage;
import io.factmatrix.campaign.domain.campaign.CampaignPlan;
import io.factmatrix.campaign.domain.campaign.CampaignState;
import io.factmatrix.campaign.domain.campaign.Campaigns;
import io.factmatrix.campaign.domain.campaign.Phase;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Campaigns in PostgreSQL. */
public final class PostgresCampaigns extends PostgresResources<CampaignId, Campaign> implements Campaigns {

    /** In one order for all: of two campaigns that want the same pages one waits, and neither for the other. */
    private static final Comparator<CampaignPage> ORDER =
            Comparator.comparing(CampaignPage::shop).thenComparing(CampaignPage::touchpoint);

    private final Json json;

    public PostgresCampaigns(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "campaign");
        this.json = new Json(json);
    }

    @Override
    public void add(MerchantId merchant, Campaign campaign) {
        super.add(merchant, campaign);
        takePages(merchant, campaign);
    }

    @Override
    public void replace(MerchantId merchant, Campaign campaign) {
        super.replace(merchant, campaign);
        jdbc.sql("delete from campaign_page where merchant_id = :merchant and campaign_id = :campaign")
                .param("merchant", merchant.value())
                .param("campaign", campaign.id().value())
                .update();
        if (campaign.state() != CampaignState.CANCELLED) {
            takePages(merchant, campaign);
        }
    }

    private void takePages(MerchantId merchant, Campaign campaign) {
        for (var page : campaign.plan().pages().stream().sorted(ORDER).toList()) {
            int taken = jdbc.sql("""
                            insert into campaign_page (merchant_id, shop, touchpoint, campaign_id)
                            values (:merchant, :shop, :touchpoint, :campaign)
                            on conflict do nothing
                            """)
                    .param("merchant", merchant.value())
                    .param("shop", page.shop())
                    .param("touchpoint", page.touchpoint())
                    .param("campaign", campaign.id().value())
                    .update();
            if (taken == 0) {
                throw new ProblemException(
                        409,
                        "touchpoint.taken",
                        "touchpoint: %s (expected: one that no other campaign of shop %s has)"
                                .formatted(page.touchpoint(), page.shop()));
            }
        }
    }

    @Override
    public List<Campaign> list(MerchantId merchant, CampaignFilter filter, @Nullable CampaignId before, int limit) {
        var conditions = new Conditions()
                .equal("kind", filter.kind())
                .equal("state", filter.state())
                .above("ends_at", filter.from())
                .below("starts_at", filter.to());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    protected Map<String, @Nullable Object> columns(Campaign campaign) {
        var plan = campaign.plan();
        var phases = plan.phases();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("kind", plan.kind());
        columns.put("name", plan.name());
        columns.put("starts_at", phases.isEmpty() ? null : phases.get(0).start());
        columns.put(
                "ends_at",
                phases.isEmpty() ? null : phases.get(phases.size() - 1).end());
        columns.put("phases", json.column(phases.stream().map(Phase::members).toList()));
        columns.put("goals", json.column(plan.goals().members()));
        columns.put(
                "budgets",
                json.column(plan.budgets().stream().map(Budget::members).toList()));
        columns.put("scope", json.column(plan.scope().members()));
        columns.put(
                "pages",
                json.column(plan.pages().stream().map(CampaignPage::members).toList()));
        columns.put("state", campaign.state());
        return columns;
    }

    @Override
    protected Campaign read(Row row) throws SQLException {
        var plan = new CampaignPlan(
                row.word("kind", CampaignKind.class),
                row.text("name"),
                json.phases(row.text("phases")),
                json.goals(row.text("goals")),
                json.budgets(row.text("budgets")),
                json.scope(row.text("scope")),
                json.pages(row.text("pages")));
        return new Campaign(
                new CampaignId(row.text("campaign_id")), plan, row.word("state", CampaignState.class), row.version());
    }
}
