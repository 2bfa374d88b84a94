package io.factmatrix.ledger.application;

import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Ledgers;
import io.factmatrix.ledger.domain.decision.Batch;
import io.factmatrix.ledger.domain.decision.Decision;
import io.factmatrix.ledger.domain.event.Event;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.dao.DuplicateKeyException;
import reactor.core.publisher.Mono;

/**
 * Writes events to ledgers. A ledger has one writer at a time; what arrives meanwhile waits and goes into one transaction
 * together. Whoever sent it may go away: what was taken in is written.
 */
public final class GroupCommit {

    /** Events of one transaction: more would hold the ledger for longer without being cheaper. */
    private static final int GROUP = 8_000;

    /** Events that may wait for one ledger; beyond that the sender is asked to come again. */
    private static final int WAITING = 200_000;

    private static final ContextSnapshotFactory CONTEXTS =
            ContextSnapshotFactory.builder().build();

    private final Ledgers ledgers;
    private final MerchantTransactions transactions;
    private final StoreThreads threads;
    private final Map<LedgerId, Waiting> waiting = new ConcurrentHashMap<>();

    public GroupCommit(Ledgers ledgers, MerchantTransactions transactions, StoreThreads threads) {
        this.ledgers = ledgers;
        this.transactions = transactions;
        this.threads = threads;
    }

    private record Request(List<Event> events, ContextSnapshot context, CompletableFuture<Written> answer) {}

    /** What waits for one ledger; guarded by itself. */
    private static final class Waiting {
        final Queue<Request> requests = new ArrayDeque<>();
        int events;
        boolean busy;
    }

    /**
     * What became of the events, in their order.
     *
     * @param watermark the ledger's, after them
     */
    public record Written(List<Decision> decisions, long watermark) {}

    /** Decides the events and stores the new ones; answered when that is durable. Their order is kept. */
    public Mono<Written> write(LedgerId ledger, List<Event> events) {
        return Mono.deferContextual(
                request -> Mono.fromFuture(enqueue(ledger, events, CONTEXTS.captureFrom(request)), true));
    }

    private CompletableFuture<Written> enqueue(LedgerId ledger, List<Event> events, ContextSnapshot context) {
        var request = new Request(events, context, new CompletableFuture<>());
        // Within compute, so that a queue found empty cannot be dropped between being found and being used.
        waiting.compute(ledger, (id, known) -> {
            var queue = known == null ? new Waiting() : known;
            synchronized (queue) {
                if (queue.events + events.size() > WAITING) {
                    throw new RejectedExecutionException(
                            "ledger: %s (expected: fewer than %d events waiting)".formatted(ledger, WAITING));
                }
                queue.requests.add(request);
                queue.events += events.size();
                if (!queue.busy) {
                    threads.execute(() -> work(ledger, queue));
                    queue.busy = true;
                }
            }
            return queue;
        });
        return request.answer();
    }

    private void work(LedgerId ledger, Waiting queue) {
        var group = nextGroup(queue);
        try {
            // A transaction has one span: within the first request that waits for it.
            group.get(0)
                    .context()
                    .wrap(() -> answer(group, transact(ledger, group)))
                    .run();
        } catch (RuntimeException | Error failure) {
            group.forEach(request -> request.answer().completeExceptionally(failure));
        } finally {
            goOn(ledger, queue);
        }
    }

    private static List<Request> nextGroup(Waiting queue) {
        synchronized (queue) {
            var group = new ArrayList<Request>();
            int events = 0;
            while (!queue.requests.isEmpty()
                    && (group.isEmpty()
                            || events + queue.requests.element().events().size() <= GROUP)) {
                var request = queue.requests.remove();
                events += request.events().size();
                group.add(request);
            }
            queue.events -= events;
            return group;
        }
    }

    /** Takes its place behind the other ledgers' work, so that a busy one does not starve them. */
    private void goOn(LedgerId ledger, Waiting queue) {
        waiting.computeIfPresent(ledger, (id, same) -> {
            synchronized (queue) {
                if (queue.requests.isEmpty()) {
                    return null;
                }
                try {
                    threads.execute(() -> work(ledger, queue));
                } catch (RejectedExecutionException full) {
                    queue.requests.forEach(request -> request.answer().completeExceptionally(full));
                    return null;
                }
                return queue;
            }
        });
    }

    private Written transact(LedgerId ledger, List<Request> group) {
        var events =
                group.stream().flatMap(request -> request.events().stream()).toList();
        try {
            return transactions.write(ledger.merchant(), () -> decide(ledger, events));
        } catch (DuplicateKeyException unseen) {
            // Nothing was kept. The store has what was thought new: what is known of the ledger has been forgotten, so
            // look again.
            return transactions.write(ledger.merchant(), () -> decide(ledger, events));
        }
    }

    private Written decide(LedgerId ledger, List<Event> events) {
        var held = ledgers.hold(ledger);
        var batch = new Batch(ledgers.known(held, events), held.now());
        var decisions = events.stream().map(batch::decide).toList();
        var changes = batch.changes();
        var after = held.position().after(changes.facts().size(), held.now());
        ledgers.keep(held, after, changes);
        return new Written(decisions, after.watermark());
    }

    private static void answer(List<Request> group, Written written) {
        int from = 0;
        for (var request : group) {
            int to = from + request.events().size();
            request.answer().complete(new Written(written.decisions().subList(from, to), written.watermark()));
            from = to;
        }
    }
}
