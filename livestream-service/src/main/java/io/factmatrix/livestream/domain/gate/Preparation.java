package io.factmatrix.livestream.domain.gate;

import io.factmatrix.livestream.domain.rundown.Line;
import io.factmatrix.livestream.domain.rundown.Rundown;
import io.factmatrix.livestream.domain.session.Session;
import java.util.List;
import java.util.Set;

/** What a session is prepared with, as its gates see it. */
public record Preparation(Session session, Rundown rundown) {

    /** The lines that offer a product. */
    List<Line> offers() {
        return rundown.lines().stream()
                .filter(line -> line.content().product() != null)
                .toList();
    }

    /** Those that offer one of these products; of no products at all: every offer. */
    List<Line> offers(Set<String> products) {
        return offers().stream()
                .filter(line ->
                        products.isEmpty() || products.contains(line.content().product()))
                .toList();
    }
}
