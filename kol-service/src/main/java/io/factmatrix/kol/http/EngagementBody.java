package io.factmatrix.kol.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kol.domain.engagement.Clause;
import io.factmatrix.kol.domain.engagement.ClauseKind;
import io.factmatrix.kol.domain.engagement.EngagementTerms;
import io.factmatrix.kol.domain.engagement.Guarantee;
import io.factmatrix.kol.domain.engagement.Milestone;
import io.factmatrix.kol.domain.engagement.Payment;
import io.factmatrix.kol.domain.engagement.PromisedProduct;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.MoneyMember;
import io.factmatrix.plan.domain.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The terms of an engagement, as JSON. */
final class EngagementBody {

    private static final int LONGEST_TITLE = 120;
    private static final int MOST_PRODUCTS = 200;
    private static final int MOST_CLAUSES = 20;
    private static final int MOST_CATEGORIES = 20;
    private static final int MOST_MILESTONES = 50;
    private static final int MOST_PAYMENTS = 50;
    private static final Duration LONGEST_SLOT = Duration.ofDays(31);
    private static final Duration LONGEST_CLAUSE = Duration.ofDays(731);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(366);
    private static final long QUARTER_HOUR = 15 * 60;

    private EngagementBody() {}

    static EngagementTerms read(Members members) throws Refused {
        var slotFee = MoneyMember.read(members, "slotFee", 0);
        var products = products(members, slotFee.currency());
        return new EngagementTerms(
                KolId.of(members.text("kol")),
                members.prose("title", LONGEST_TITLE),
                SpanBody.read(members, "start", "end", LONGEST_SLOT),
                Objects.requireNonNullElse(members.optionalText("shop"), "main"),
                members.optionalText("touchpoint"),
                slotFee,
                members.present("commission", share(members, "commission")),
                guarantee(members, slotFee.currency()),
                share(members, "goodsCostShare"),
                products,
                members.objects("clauses", MOST_CLAUSES, clause -> clause(clause, products)),
                members.objects("milestones", MOST_MILESTONES, EngagementBody::milestone),
                members.objects("payments", MOST_PAYMENTS, payment -> payment(payment, slotFee.currency())));
    }

    private static @Nullable BigDecimal share(Members members, String member) throws Refused {
        var share = members.optionalShare(member);
        return share == null ? null : share.stripTrailingZeros();
    }

    private static Money money(Members members, String member, long least, String currency) throws Refused {
        var money = MoneyMember.read(members, member, least);
        if (!money.currency().equals(currency)) {
            throw members.invalid(member, money.currency(), "the currency of the slot fee, " + currency);
        }
        return money;
    }

    private static @Nullable Guarantee guarantee(Members members, String currency) throws Refused {
        if (!members.has("guaranteedGmv") && !members.has("guaranteeWindow")) {
            return null;
        }
        var gmv = money(members, "guaranteedGmv", 1, currency);
        if (!members.has("guaranteeWindow")) {
            throw Refused.missing("guaranteeWindow");
        }
        var window = members.object("guaranteeWindow");
        var span = SpanBody.read(window, "from", "to", LONGEST_WINDOW);
        requireQuarterHour(window, "from", span.start());
        requireQuarterHour(window, "to", span.end());
        window.nothingLeft();
        return new Guarantee(gmv, span);
    }

    private static void requireQuarterHour(Members window, String member, Instant moment) throws Refused {
        if (moment.getNano() != 0 || moment.getEpochSecond() % QUARTER_HOUR != 0) {
            throw window.invalid(member, moment, "a whole quarter of an hour, as figures are kept");
        }
    }

    private static List<PromisedProduct> products(Members members, String currency) throws Refused {
        var known = new HashSet<String>();
        return members.objects("products", MOST_PRODUCTS, product -> {
            var name = product.text("product");
            if (!known.add(name)) {
                throw product.invalid("product", name, "each product once");
            }
            return new PromisedProduct(
                    name,
                    product.prose("category", KolController.LONGEST_CATEGORY),
                    money(product, "price", 0, currency),
                    product.optionalInteger("stock", 0));
        });
    }

    private static Clause clause(Members members, List<PromisedProduct> promised) throws Refused {
        var kind = members.word("kind", word -> Word.of(ClauseKind.class, word), Word.all(ClauseKind.class));
        var categories = members.proses("categories", MOST_CATEGORIES, KolController.LONGEST_CATEGORY);
        var products = members.texts("products", MOST_PRODUCTS);
        Span span = SpanBody.read(members, "from", "to", LONGEST_CLAUSE);
        switch (kind) {
            case EXCLUSIVITY -> {
                if (categories.isEmpty() && products.isEmpty()) {
                    throw members.invalid("products", "none", "a product or a category");
                }
            }
            case PRICE_PROTECTION -> requirePromised(members, categories, products, promised);
        }
        return new Clause(kind, categories, products, span);
    }

    private static void requirePromised(
            Members members, List<String> categories, List<String> products, List<PromisedProduct> promised)
            throws Refused {
        if (!categories.isEmpty()) {
            throw members.invalid("categories", categories.get(0), "none: prices are protected by product");
        }
        if (products.isEmpty()) {
            throw members.invalid("products", "none", "a product of the engagement");
        }
        for (var product : products) {
            if (promised.stream().noneMatch(one -> one.product().equals(product))) {
                throw members.invalid(
                        "products", product, "products of the engagement, whose promised price is the floor");
            }
        }
    }

    private static Milestone milestone(Members members) throws Refused {
        return new Milestone(members.prose("name", LONGEST_TITLE), members.time("due"), members.optionalTime("doneAt"));
    }

    private static Payment payment(Members members, String currency) throws Refused {
        return new Payment(money(members, "amount", 1, currency), members.time("due"), members.optionalTime("paidAt"));
    }
}
