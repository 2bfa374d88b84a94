package io.factmatrix.plan.application;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Consent;
import io.factmatrix.kit.write.Consultation;
import io.factmatrix.kit.write.Write;
import io.factmatrix.plan.domain.Announcements;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Where a field's desks say, inside the transaction of a write, what it promises. */
public final class PromiseDesk {

    private final Announcements announcements;
    private final Clearing clearing;

    public PromiseDesk(Announcements announcements, Clearing clearing) {
        this.announcements = announcements;
        this.clearing = clearing;
    }

    /**
     * Goes on when nothing is promised that was not before, or all fields consent to it. Else the transaction ends in a {@link Consultation}, the fields are
     * asked, and the write is done anew: 409 {@code promise.conflict}, 503 {@code promise.unchecked}, {@code promise.contended}, {@code promise.late}.
     *
     * @param before what the sources that are written promised until now
     * @param after what they promise from now on
     */
    public void promise(Write write, List<Promise> before, List<Promise> after) {
        var promised = fresh(before, after);
        if (promised.isEmpty()) {
            return;
        }
        if (!(write.consent() instanceof Clearance clearance
                && clearance.announcement().promises().equals(promised))) {
            throw new Unclear(write, promised);
        }
        // Whoever finds it too old removes it, and looks no further: one of both is told.
        if (!announcements.remove(write.merchant(), clearance.announcement().id())) {
            throw new ProblemException(
                    503,
                    "promise.late",
                    "What the fields consented to was not written in time; sending again is safe.");
        }
    }

    /** What is new: of sources that promised nothing until now without their ids, which are others in the next attempt. */
    private static List<Promise> fresh(List<Promise> before, List<Promise> after) {
        var known = new HashSet<>(before);
        var sources = before.stream().map(Promise::source).collect(Collectors.toSet());
        return after.stream()
                .filter(promise -> !known.contains(promise))
                .map(promise -> isNew(promise.source(), sources) ? promise.unnamed() : promise)
                .toList();
    }

    private static boolean isNew(Source source, Set<Source> sources) {
        return !sources.contains(source);
    }

    private final class Unclear extends Consultation {

        private final transient Write write;
        private final transient List<Promise> promised;

        Unclear(Write write, List<Promise> promised) {
            this.write = write;
            this.promised = promised;
        }

        @Override
        protected Mono<Consent> consent() {
            return clearing.clear(write.merchant(), promised);
        }
    }
}
