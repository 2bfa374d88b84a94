package io.factmatrix.gateway.domain.work.rule;

import io.factmatrix.kit.json.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is looked for. */
public enum RuleKind implements Word {
    /** More lines of a product are refunded than was usual. */
    REFUND_SPIKE(Department.GOODS, 24),
    /** A product or a touchpoint is complained of more than was usual. */
    COMPLAINT_CLUSTER(Department.SERVICE, 24),
    /** A step from impression to order lets fewer pass than was usual in the field. */
    WEAK_STEP(null, 24),
    /** A sample was to be received by a creator, and was not. */
    SAMPLE_OVERDUE(Department.CREATORS, 48),
    /** Content was to go live, and did not. */
    CONTENT_OVERDUE(Department.CREATORS, 48),
    /** An outreach was to come further, and did not. */
    OUTREACH_OVERDUE(Department.CREATORS, 48),
    /** What a KOL guarantees will not be reached, or was not. */
    GUARANTEE_AT_RISK(Department.CREATORS, 24),
    /** A campaign will miss its goal, or exceed a budget. */
    PACING_OFF(Department.ADS, 12),
    /** Promises of prices or stock contradict each other. */
    PROMISE_CONFLICT(null, 12),
    /** A field does not answer. */
    FIELD_STALE(null, 4),
    /** Nothing comes of a field for longer than was usual. */
    FIELD_SILENT(null, 4);

    public static final String LEAST_LINES = "leastLines";
    public static final String LEAST_COMPLAINTS = "leastComplaints";
    public static final String LEAST_COUNT = "leastCount";
    public static final String LEAST_DAYS = "leastDays";
    public static final String LEAST_ELAPSED = "leastElapsed";
    public static final String SILENT_HOURS = "silentHours";
    public static final String SIGMAS = "sigmas";
    public static final String DROP = "drop";
    public static final String GRACE_HOURS = "graceHours";
    public static final String TOLERANCE = "tolerance";

    private final @Nullable Department department;
    private final int dueInHours;

    RuleKind(@Nullable Department department, int dueInHours) {
        this.department = department;
        this.dueInHours = dueInHours;
    }

    /** Whose work it is; null where what is found says so. */
    public @Nullable Department department() {
        return department;
    }

    int dueInHours() {
        return dueInHours;
    }

    /** The numbers that a merchant sets, with what is usual and its bounds. */
    List<Threshold> thresholds() {
        return switch (this) {
            case REFUND_SPIKE ->
                List.of(Threshold.count(LEAST_LINES, 50, 1, 1_000_000), Threshold.of(SIGMAS, "3", "1", "10"));
            case COMPLAINT_CLUSTER ->
                List.of(Threshold.count(LEAST_COMPLAINTS, 5, 1, 1_000_000), Threshold.of(SIGMAS, "3", "1", "10"));
            case WEAK_STEP ->
                List.of(
                        Threshold.of(DROP, "0.3", "0.01", "0.99"),
                        Threshold.count(LEAST_COUNT, 1_000, 1, 1_000_000_000),
                        Threshold.count(LEAST_DAYS, 14, 3, 28));
            case SAMPLE_OVERDUE, CONTENT_OVERDUE, OUTREACH_OVERDUE -> List.of(Threshold.count(GRACE_HOURS, 0, 0, 720));
            case GUARANTEE_AT_RISK ->
                List.of(Threshold.of(TOLERANCE, "0.1", "0", "0.99"), Threshold.of(LEAST_ELAPSED, "0.5", "0.05", "1"));
            case PACING_OFF ->
                List.of(Threshold.of(TOLERANCE, "0.1", "0", "0.99"), Threshold.of(LEAST_ELAPSED, "0.25", "0.05", "1"));
            case FIELD_SILENT ->
                List.of(Threshold.count(SILENT_HOURS, 6, 1, 720), Threshold.count(LEAST_DAYS, 14, 3, 28));
            case PROMISE_CONFLICT, FIELD_STALE -> List.of();
        };
    }

    /** What is known of the past when the rule is tried on it; null where nothing is that it could be tried on. */
    public @Nullable String basis() {
        return switch (this) {
            case REFUND_SPIKE, COMPLAINT_CLUSTER, WEAK_STEP ->
                "what had happened by then, as it is known now: what was recorded later is in it";
            case PACING_OFF ->
                "what had happened by then, as it is known now: what was recorded later is in it; goals, budgets and phases as they are now";
            case FIELD_SILENT -> "what had been recorded by then";
            default -> null;
        };
    }
}
