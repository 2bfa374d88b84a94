package io.factmatrix.campaign.domain.campaign;

import java.util.List;
import java.util.Optional;

/**
 * What the merchant says of a campaign. All its money is of one currency.
 *
 * @param phases in their order, none twice, none over another
 * @param budgets no category twice
 */
public record CampaignPlan(
        CampaignKind kind,
        String name,
        List<Phase> phases,
        Goals goals,
        List<Budget> budgets,
        Scope scope,
        List<CampaignPage> pages) {

    public CampaignPlan {
        phases = List.copyOf(phases);
        budgets = List.copyOf(budgets);
        pages = List.copyOf(pages);
    }

    /** That of all its money; CNY where there is none. */
    public String currency() {
        var gmv = goals.gmv();
        if (gmv != null) {
            return gmv.currency();
        }
        return budgets.isEmpty() ? "CNY" : budgets.get(0).amount().currency();
    }

    /** The phase of that name, or empty when there is none. */
    public Optional<Phase> phase(PhaseName name) {
        return phases.stream().filter(phase -> phase.name() == name).findFirst();
    }
}
