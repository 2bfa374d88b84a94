package io.factmatrix.livestream.domain.gate;

import io.factmatrix.livestream.domain.rundown.LineId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a session does not keep to, in one place.
 *
 * @param line null when it is the session as a whole
 * @param place of the line, counted from 1; null without one
 * @param member of the line or the session
 * @param override whoever let it pass; null when nobody did
 */
public record Failure(
        Rule rule,
        @Nullable LineId line,
        @Nullable Integer place,
        String member,
        String detail,
        String fix,
        @Nullable GateOverride override) {

    private static final int DIGITS = 32;

    static Failure of(Rule rule, Preparation preparation, Finding finding) {
        var line = finding.line();
        return new Failure(
                rule,
                line,
                line == null ? null : preparation.rundown().place(line),
                finding.member(),
                finding.detail(),
                Objects.requireNonNullElse(rule.profile().fix(), finding.fix()),
                null);
    }

    /**
     * What it is called by: the same as long as rule, line and what is wrong there are the same, so that an override never covers what came after it.
     */
    public String id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : new Object[] {
                rule.id(), rule.version().revision().number(), line == null ? "" : line, member, detail
            }) {
                var bytes = part.toString().getBytes(StandardCharsets.UTF_8);
                // Each part behind its length, so that none runs into the next.
                digest.update("%d ".formatted(bytes.length).getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The same failure, let pass. */
    public Failure with(@Nullable GateOverride given) {
        return new Failure(rule, line, place, member, detail, fix, given);
    }

    /** Whether the session may not go live with it. */
    public boolean isBlocking() {
        return rule.profile().severity() == Severity.BLOCKING && override == null;
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("failure", id());
        members.put("gate", rule.profile().gate());
        members.put("severity", rule.profile().severity());
        members.put("rule", rule.id());
        members.put("ruleName", rule.profile().name());
        members.put("line", line);
        members.put("place", place);
        members.put("member", member);
        members.put("detail", detail);
        members.put("fix", fix);
        members.put("override", override == null ? null : override.members());
        return members;
    }
}
