package io.factmatrix.plan.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a merchant wants done with each kind of conflict.
 *
 * @param unchecked with a write that could not be judged beside every field
 */
public record GuardRules(
        Reaction floor, Reaction protection, Reaction exclusivity, Reaction stock, Reaction burst, Reaction unchecked) {

    /** Of a merchant that said nothing: what breaks a word is refused, what may be meant so is told. */
    public static final GuardRules DEFAULT = new GuardRules(
            Reaction.REFUSE, Reaction.REFUSE, Reaction.REFUSE, Reaction.WARN, Reaction.WARN, Reaction.WARN);

    public Reaction of(ConflictKind kind) {
        return switch (kind) {
            case FLOOR -> floor;
            case PROTECTION -> protection;
            case EXCLUSIVITY -> exclusivity;
            case STOCK -> stock;
            case BURST -> burst;
        };
    }

    /** By the names of the API. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("floor", floor);
        members.put("protection", protection);
        members.put("exclusivity", exclusivity);
        members.put("stock", stock);
        members.put("burst", burst);
        members.put("unchecked", unchecked);
        return members;
    }
}
