package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.Format;
import io.factmatrix.creator.domain.creator.GpmBasis;
import io.factmatrix.creator.domain.creator.Platform;
import io.factmatrix.creator.domain.creator.Tier;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.ledger.domain.event.MoneyMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a plan: from requests, and from where it is kept. */
public final class PlanMembers {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_CATEGORIES = 20;
    private static final int LONGEST_CATEGORY = 40;
    private static final int MOST_WEIGHT = 1000;

    private PlanMembers() {}

    /** The members {@code name}, {@code criteria} and {@code weights}. */
    public static ScreeningPlan read(Members members) throws Refused {
        return new ScreeningPlan(
                members.prose("name", LONGEST_NAME),
                criteria(members.object("criteria")),
                parts(members, members.object("weights")));
    }

    private static Criteria criteria(Members members) throws Refused {
        var criteria = new Criteria(
                tiers(members),
                optionalWord(members, "platform", Platform.class),
                members.proses("categories", MOST_CATEGORIES, LONGEST_CATEGORY),
                Objects.requireNonNullElse(optionalWord(members, "match", Match.class), Match.ANY),
                members.has("price") ? price(members.object("price")) : null,
                members.optionalInteger("followersLeast", 0),
                members.optionalInteger("followersMost", 0),
                members.has("gpm") ? gpm(members.object("gpm")) : null,
                members.optionalShare("returnRateMost"),
                Objects.requireNonNullElse(optionalWord(members, "unknowns", Unknowns.class), Unknowns.EXCLUDE));
        members.nothingLeft();
        var least = criteria.followersLeast();
        var most = criteria.followersMost();
        if (least != null && most != null && most < least) {
            throw members.invalid("followersMost", most, "at least followersLeast, " + least);
        }
        return criteria;
    }

    private static List<Tier> tiers(Members members) throws Refused {
        var tiers = new ArrayList<Tier>();
        for (var word : members.texts("tiers", Tier.values().length)) {
            tiers.add(Word.of(Tier.class, word)
                    .orElseThrow(() -> members.invalid("tiers", word, Word.expected(Tier.class))));
        }
        return List.copyOf(tiers);
    }

    private static PriceMost price(Members members) throws Refused {
        var price = new PriceMost(word(members, "format", Format.class), MoneyMember.read(members, "most", 0));
        members.nothingLeft();
        return price;
    }

    private static GpmLeast gpm(Members members) throws Refused {
        var gpm = new GpmLeast(word(members, "basis", GpmBasis.class), MoneyMember.read(members, "least", 0));
        members.nothingLeft();
        return gpm;
    }

    private static List<Part> parts(Members whole, Members weights) throws Refused {
        var parts = new ArrayList<Part>();
        if (weights.has("gpm")) {
            var gpm = weights.object("gpm");
            parts.add(
                    new Part.OfGpm(weight(gpm), word(gpm, "basis", GpmBasis.class), MoneyMember.read(gpm, "full", 1)));
            gpm.nothingLeft();
        }
        if (weights.has("reach")) {
            var reach = weights.object("reach");
            parts.add(new Part.OfReach(weight(reach), reach.integer("full", 1)));
            reach.nothingLeft();
        }
        if (weights.has("price")) {
            var price = weights.object("price");
            parts.add(new Part.OfPrice(
                    weight(price), word(price, "format", Format.class), MoneyMember.read(price, "zero", 1)));
            price.nothingLeft();
        }
        if (weights.has("categories")) {
            var categories = weights.object("categories");
            parts.add(new Part.OfCategories(weight(categories), wanted(categories)));
            categories.nothingLeft();
        }
        if (weights.has("returnRate")) {
            var returnRate = weights.object("returnRate");
            parts.add(new Part.OfReturnRate(weight(returnRate)));
            returnRate.nothingLeft();
        }
        weights.nothingLeft();
        if (parts.isEmpty()) {
            throw whole.invalid("weights", "none", "one at least of gpm, reach, price, categories and returnRate");
        }
        return List.copyOf(parts);
    }

    private static List<String> wanted(Members categories) throws Refused {
        var wanted = categories.proses("wanted", MOST_CATEGORIES, LONGEST_CATEGORY);
        if (wanted.isEmpty()) {
            throw categories.invalid("wanted", "none", "one category at least");
        }
        return wanted;
    }

    private static long weight(Members part) throws Refused {
        return part.integer("weight", 1, MOST_WEIGHT);
    }

    private static <E extends Enum<E> & Word> E word(Members members, String member, Class<E> words) throws Refused {
        return members.word(member, word -> Word.of(words, word), Word.all(words));
    }

    private static <E extends Enum<E> & Word> @Nullable E optionalWord(Members members, String member, Class<E> words)
            throws Refused {
        return members.has(member) ? word(members, member, words) : null;
    }
}
