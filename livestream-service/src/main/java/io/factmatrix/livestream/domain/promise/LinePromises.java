package io.factmatrix.livestream.domain.promise;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.livestream.domain.rundown.Line;
import io.factmatrix.livestream.domain.session.Session;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.PromiseKind;
import io.factmatrix.plan.domain.Source;
import io.factmatrix.plan.domain.SourceKind;
import io.factmatrix.plan.domain.Span;
import java.util.List;

/** A line promises its product for the time that its session is planned for, as long as that is ahead or on air. */
public final class LinePromises {

    private LinePromises() {}

    /** Those of a session with these lines. */
    public static List<Promise> of(Session session, List<Line> lines) {
        return session.state().isOpen()
                ? lines.stream()
                        .filter(LinePromises::isPromise)
                        .map(line -> of(session, line))
                        .toList()
                : List.of();
    }

    /** What is only said, or has neither a price nor a stock yet, is none. */
    private static boolean isPromise(Line line) {
        var content = line.content();
        return content.product() != null && (content.price() != null || content.stock() != null);
    }

    private static Promise of(Session session, Line line) {
        var content = line.content();
        return new Promise(
                PromiseKind.GOODS,
                source(line.id().value(), session.id().value()),
                session.touchpoint(),
                session.shop(),
                content.product(),
                content.price(),
                content.stock(),
                new Span(session.plan().start(), session.plan().end()));
    }

    /** The line of that id. */
    public static Source source(String line, String session) {
        return new Source(Field.LIVESTREAM, SourceKind.RUNDOWN_LINE, line, session);
    }
}
