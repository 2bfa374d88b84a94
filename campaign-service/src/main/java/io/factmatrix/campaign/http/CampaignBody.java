package io.factmatrix.campaign.http;

import io.factmatrix.campaign.domain.campaign.Budget;
import io.factmatrix.campaign.domain.campaign.CampaignKind;
import io.factmatrix.campaign.domain.campaign.CampaignPage;
import io.factmatrix.campaign.domain.campaign.CampaignPlan;
import io.factmatrix.campaign.domain.campaign.Enrolment;
import io.factmatrix.campaign.domain.campaign.Goals;
import io.factmatrix.campaign.domain.campaign.Phase;
import io.factmatrix.campaign.domain.campaign.PhaseName;
import io.factmatrix.campaign.domain.campaign.Scope;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.MoneyMember;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is planned for a campaign, as JSON. */
final class CampaignBody {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_NOTE = 120;
    private static final int MOST_BUDGETS = 30;
    private static final int MOST_PRODUCTS = 500;
    private static final int MOST_TOUCHPOINTS = 300;
    private static final int MOST_SHOPS = 50;
    private static final int MOST_PAGES = 50;

    private static final Set<Field> OTHER_FIELDS = Set.of(Field.LIVESTREAM, Field.CREATOR, Field.KOL);

    private CampaignBody() {}

    static CampaignPlan read(Members members) throws Refused {
        var plan = new CampaignPlan(
                members.word("kind", word -> Word.of(CampaignKind.class, word), Word.all(CampaignKind.class)),
                members.prose("name", LONGEST_NAME),
                phases(members),
                goals(members),
                budgets(members),
                scope(members),
                pages(members));
        requireOneCurrency(members, plan);
        return plan;
    }

    private static List<Phase> phases(Members members) throws Refused {
        var phases = members.objects("phases", PhaseName.values().length, CampaignBody::phase);
        for (int at = 1; at < phases.size(); at++) {
            var before = phases.get(at - 1);
            var phase = phases.get(at);
            if (phase.name().compareTo(before.name()) <= 0) {
                throw members.invalid(
                        "phases[%d].phase".formatted(at),
                        phase.name().word(),
                        "one that comes after %s".formatted(before.name().word()));
            }
            if (phase.start().isBefore(before.end())) {
                throw members.invalid(
                        "phases[%d].start".formatted(at),
                        phase.start(),
                        "not before the end of %s, %s".formatted(before.name().word(), before.end()));
            }
        }
        return phases;
    }

    private static Phase phase(Members members) throws Refused {
        var name = members.word("phase", word -> Word.of(PhaseName.class, word), Word.all(PhaseName.class));
        var start = members.time("start");
        var end = members.time("end");
        if (!end.isAfter(start)) {
            throw members.invalid("end", end, "after start, " + start);
        }
        return new Phase(name, start, end);
    }

    private static Goals goals(Members members) throws Refused {
        var parts = members.object("goals");
        var goals = new Goals(
                MoneyMember.optional(parts, "gmv", 1),
                parts.optionalInteger("newBuyers", 1),
                parts.optionalInteger("orders", 1));
        parts.nothingLeft();
        return goals;
    }

    private static List<Budget> budgets(Members members) throws Refused {
        var budgets = members.objects(
                "budgets",
                MOST_BUDGETS,
                budget -> new Budget(budget.text("category"), MoneyMember.read(budget, "amount", 0)));
        var categories = new HashSet<String>();
        for (int at = 0; at < budgets.size(); at++) {
            var category = budgets.get(at).category();
            if (!categories.add(category)) {
                throw members.invalid("budgets[%d].category".formatted(at), category, "one that is not there before");
            }
        }
        return budgets;
    }

    private static void requireOneCurrency(Members members, CampaignPlan plan) throws Refused {
        var gmv = plan.goals().gmv();
        var currency = gmv == null ? null : gmv.currency();
        for (int at = 0; at < plan.budgets().size(); at++) {
            var other = plan.budgets().get(at).amount().currency();
            if (currency != null && !other.equals(currency)) {
                throw members.invalid(
                        "budgets[%d].amount.currency".formatted(at),
                        other,
                        "the currency of all money of the campaign, " + currency);
            }
            currency = other;
        }
    }

    private static Scope scope(Members members) throws Refused {
        var parts = members.object("scope");
        var scope = new Scope(
                parts.texts("products", MOST_PRODUCTS),
                parts.objects("touchpoints", MOST_TOUCHPOINTS, CampaignBody::enrolment),
                parts.texts("shops", MOST_SHOPS));
        parts.nothingLeft();
        var places = new HashSet<String>();
        for (int at = 0; at < scope.enrolments().size(); at++) {
            var enrolment = scope.enrolments().get(at);
            if (!places.add(enrolment.field() + " " + enrolment.touchpoint())) {
                throw members.invalid(
                        "scope.touchpoints[%d].touchpoint".formatted(at),
                        enrolment.touchpoint(),
                        "one of %s that is not there before".formatted(enrolment.field()));
            }
        }
        return scope;
    }

    private static Enrolment enrolment(Members members) throws Refused {
        var field = members.word("field", CampaignBody::otherField, otherFields());
        return new Enrolment(field, members.text("touchpoint"), members.optionalProse("note", LONGEST_NOTE));
    }

    private static Optional<Field> otherField(String word) {
        return Field.of(word).filter(OTHER_FIELDS::contains);
    }

    private static Set<String> otherFields() {
        return OTHER_FIELDS.stream().map(Field::word).collect(Collectors.toSet());
    }

    private static List<CampaignPage> pages(Members members) throws Refused {
        var pages = members.objects(
                "pages",
                MOST_PAGES,
                page -> new CampaignPage(
                        Objects.requireNonNullElse(page.optionalText("shop"), "main"), page.text("touchpoint")));
        var known = new HashSet<CampaignPage>();
        for (int at = 0; at < pages.size(); at++) {
            var page = pages.get(at);
            if (!known.add(page)) {
                throw members.invalid(
                        "pages[%d].touchpoint".formatted(at),
                        page.touchpoint(),
                        "one of shop %s that is not there before".formatted(page.shop()));
            }
        }
        return pages;
    }
}
