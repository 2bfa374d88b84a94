package io.factmatrix.livestream.application;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.livestream.domain.gate.Rule;
import io.factmatrix.livestream.domain.gate.RuleFilter;
import io.factmatrix.livestream.domain.gate.RuleId;
import io.factmatrix.livestream.domain.gate.RuleProfile;
import io.factmatrix.livestream.domain.gate.RuleState;
import io.factmatrix.livestream.domain.gate.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with gate rules, each inside one transaction of the merchant. */
public final class RuleDesk {

    /** All of them are asked whenever a session is to go live. */
    static final int MOST_ACTIVE = 200;

    private final Rules rules;
    private final Register<RuleId, Rule> register;
    private final NewIds ids;

    public RuleDesk(Rules rules, Register<RuleId, Rule> register, NewIds ids) {
        this.rules = rules;
        this.register = register;
        this.ids = ids;
    }

    /** 409 {@code gate-rules.full}. */
    public Rule add(Write write, RuleProfile profile) {
        requireRoom(write.merchant());
        return register.add(write, Rule.made(new RuleId(ids.next(write.at())), profile, write.at()));
    }

    /** 404 {@code gate-rule.unknown}, 412 {@code revision.mismatch}. */
    public Rule change(Write write, RuleId id, RuleProfile profile) {
        return register.change(write, id, "changed", rule -> rule.with(profile, write.at()));
    }

    /** 404 {@code gate-rule.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}, {@code gate-rules.full}. */
    public Rule move(Write write, RuleId id, RuleState to) {
        return register.change(write, id, "moved", rule -> {
            var moved = rule.to(to, write.at());
            if (to == RuleState.ACTIVE) {
                requireRoom(write.merchant());
            }
            return moved;
        });
    }

    private void requireRoom(MerchantId merchant) {
        int active = active(merchant).size();
        if (active >= MOST_ACTIVE) {
            throw new ProblemException(
                    409,
                    "gate-rules.full",
                    "gate-rules: %d active (expected: at most %d)".formatted(active + 1, MOST_ACTIVE));
        }
    }

    /** Those that hold. */
    List<Rule> active(MerchantId merchant) {
        return rules.list(merchant, new RuleFilter(null, RuleState.ACTIVE), null, MOST_ACTIVE);
    }

    /** 404 {@code gate-rule.unknown}. */
    public Rule find(MerchantId merchant, RuleId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Rule> list(MerchantId merchant, RuleFilter filter, @Nullable RuleId before, int limit) {
        return rules.list(merchant, filter, before, limit);
    }
}
