package io.factmatrix.creator.application;

import io.factmatrix.creator.domain.creator.Account;
import io.factmatrix.creator.domain.creator.Creator;
import io.factmatrix.creator.domain.creator.CreatorFilter;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.creator.CreatorProfile;
import io.factmatrix.creator.domain.creator.CreatorState;
import io.factmatrix.creator.domain.creator.Creators;
import io.factmatrix.creator.domain.creator.ImportOutcome;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.DecodedLine;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with creators, each inside one transaction of the merchant. Whoever gives an account to one holds the directory. */
public final class CreatorDesk {

    private final Creators creators;
    private final Register<CreatorId, Creator> register;
    private final NewIds ids;

    public CreatorDesk(Creators creators, Register<CreatorId, Creator> register, NewIds ids) {
        this.creators = creators;
        this.register = register;
        this.ids = ids;
    }

    /** 409 {@code handle.taken}. */
    public Creator add(Write write, CreatorProfile profile) {
        creators.holdDirectory(write.merchant());
        var creator = Creator.added(new CreatorId(ids.next(write.at())), profile, write.at());
        requireFree(write, creator);
        return register.add(write, creator);
    }

    /** 404 {@code creator.unknown}, 412 {@code revision.mismatch}, 409 {@code handle.taken}. */
    public Creator change(Write write, CreatorId id, CreatorProfile profile) {
        creators.holdDirectory(write.merchant());
        return register.change(write, id, "changed", creator -> {
            var changed = creator.with(profile, write.at());
            requireFree(write, changed);
            return changed;
        });
    }

    private void requireFree(Write write, Creator creator) {
        var account = creator.profile().account();
        creators.holdAll(write.merchant(), Set.of(account)).stream()
                .filter(other -> !other.id().equals(creator.id()))
                .findFirst()
                .ifPresent(other -> {
                    throw new ProblemException(
                            409,
                            "handle.taken",
                            "handle: %s of %s is %s's (expected: one that no other creator has)"
                                    .formatted(
                                            account.handle(), account.platform().word(), other.id()),
                            Map.of("creator", other.id().value()));
                });
    }

    /** 404 {@code creator.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}. */
    public Creator move(Write write, CreatorId id, CreatorState to) {
        return register.change(write, id, "moved", creator -> creator.to(to, write.at()));
    }

    /**
     * Each line says who has an account: somebody new, or somebody known, of whom it is said anew. In the order of the lines; a line that is none changes
     * nothing.
     */
    public List<ImportedLine> keepAll(Write write, List<DecodedLine<CreatorProfile>> lines) {
        creators.holdDirectory(write.merchant());
        var accounts = new HashSet<Account>();
        for (var line : lines) {
            var profile = line.content();
            if (profile != null) {
                accounts.add(profile.account());
            }
        }
        var before = new HashMap<Account, Creator>();
        creators.holdAll(write.merchant(), accounts)
                .forEach(creator -> before.put(creator.profile().account(), creator));
        var after = new LinkedHashMap<Account, Creator>();
        var answers = new ArrayList<ImportedLine>();
        for (var line : lines) {
            answers.add(keep(write, line, before, after));
        }
        register.keepAll(write, before.values(), after.values());
        return answers;
    }

    /** What the store will hold is always one step from what it held, however many lines of the import say something of it. */
    private ImportedLine keep(
            Write write, DecodedLine<CreatorProfile> line, Map<Account, Creator> before, Map<Account, Creator> after) {
        var profile = line.content();
        if (profile == null) {
            return new ImportedLine(line.line(), ImportOutcome.REJECTED, null, line.code(), line.detail());
        }
        var account = profile.account();
        var stored = before.get(account);
        @Nullable Creator last = after.getOrDefault(account, stored);
        var next = stored == null
                ? Creator.added(last == null ? new CreatorId(ids.next(write.at())) : last.id(), profile, write.at())
                : stored.with(profile, write.at());
        after.put(account, next);
        return new ImportedLine(line.line(), outcome(last, profile), next.id(), null, null);
    }

    private static ImportOutcome outcome(@Nullable Creator last, CreatorProfile profile) {
        if (last == null) {
            return ImportOutcome.CREATED;
        }
        return last.profile().equals(profile) ? ImportOutcome.UNCHANGED : ImportOutcome.CHANGED;
    }

    /** 404 {@code creator.unknown}. */
    public Creator find(MerchantId merchant, CreatorId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Creator> list(MerchantId merchant, CreatorFilter filter, @Nullable CreatorId before, int limit) {
        return creators.list(merchant, filter, before, limit);
    }
}
