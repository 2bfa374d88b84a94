package io.factmatrix.creator.domain.outreach;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what is said of an outreach: from requests, and from where it is kept. */
public final class OutreachMembers {

    private static final int LONGEST_OWNER = 64;
    private static final int LONGEST_NOTE = 2000;

    private OutreachMembers() {}

    /** The members {@code owner}, {@code note} and {@code due}. */
    public static OutreachPlan read(Members members) throws Refused {
        return new OutreachPlan(
                members.optionalProse("owner", LONGEST_OWNER),
                members.optionalProse("note", LONGEST_NOTE),
                due(members));
    }

    /** The member {@code due}: a date for each state that has one and can be left. */
    public static Map<OutreachState, Instant> due(Members members) throws Refused {
        var dates = members.object("due");
        var due = new EnumMap<OutreachState, Instant>(OutreachState.class);
        for (var state : OutreachState.values()) {
            var at = state.isOpen() ? dates.optionalTime(state.word()) : null;
            if (at != null) {
                due.put(state, at);
            }
        }
        dates.nothingLeft();
        return due;
    }

    /** By the names of the API, in the order of the way. */
    public static Map<String, Object> shown(Map<OutreachState, Instant> due) {
        var shown = new LinkedHashMap<String, Object>();
        for (var state : OutreachState.values()) {
            var at = due.get(state);
            if (at != null) {
                shown.put(state.word(), at);
            }
        }
        return shown;
    }
}
