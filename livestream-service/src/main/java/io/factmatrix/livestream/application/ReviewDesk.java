package io.factmatrix.livestream.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Register;
import io.factmatrix.livestream.domain.review.AsReviewed;
import io.factmatrix.livestream.domain.review.Broadcast;
import io.factmatrix.livestream.domain.review.Curve;
import io.factmatrix.livestream.domain.review.PlannedProduct;
import io.factmatrix.livestream.domain.review.Reviews;
import io.factmatrix.livestream.domain.review.Stability;
import io.factmatrix.livestream.domain.review.WeakestStep;
import io.factmatrix.livestream.domain.room.Room;
import io.factmatrix.livestream.domain.room.RoomId;
import io.factmatrix.livestream.domain.rundown.LineContent;
import io.factmatrix.livestream.domain.rundown.Rundowns;
import io.factmatrix.livestream.domain.session.Session;
import io.factmatrix.livestream.domain.session.SessionId;
import io.factmatrix.livestream.domain.session.Sessions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells how sessions went, each answer inside one transaction of the merchant. */
public final class ReviewDesk {

    private final Register<SessionId, Session> register;
    private final Register<RoomId, Room> rooms;
    private final Sessions sessions;
    private final Rundowns rundowns;
    private final Reviews reviews;
    private final Reviewing reviewing;

    public ReviewDesk(
            Register<SessionId, Session> register,
            Register<RoomId, Room> rooms,
            Sessions sessions,
            Rundowns rundowns,
            Reviews reviews,
            Reviewing reviewing) {
        this.register = register;
        this.rooms = rooms;
        this.sessions = sessions;
        this.rundowns = rundowns;
        this.reviews = reviews;
        this.reviewing = reviewing;
    }

    /**
     * The review of a session in one currency, as the API calls it. 404 {@code session.unknown}, 409 {@code session.unbegun}.
     *
     * @param now until when one counts that is still on air
     */
    public Map<String, @Nullable Object> review(MerchantId merchant, SessionId id, String currency, Instant now) {
        var session = register.find(merchant, id);
        var broadcast = broadcast(session, now);
        var before = sessions.ended(
                merchant,
                null,
                broadcast.startedAt().minus(WeakestStep.BEFORE),
                broadcast.startedAt().plusMillis(1),
                Reviewing.MOST);
        var review = reviewing.review(
                merchant, broadcast, broadcasts(before, session), planned(merchant, session, currency), currency);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("session", id);
        members.put("state", session.state());
        members.put("startedAt", session.startedAt());
        members.put("endedAt", session.endedAt());
        members.putAll(review.members());
        members.put(
                "reviewed",
                reviews.find(merchant, id)
                        .map(reviewed -> reviewed.members(review.reviewed()))
                        .orElse(null));
        return members;
    }

    /** How a session went by the minute. 404 {@code session.unknown}, 409 {@code session.unbegun}. */
    public Curve curve(MerchantId merchant, SessionId id, String currency, Instant now) {
        return reviewing.curve(merchant, broadcast(register.find(merchant, id), now), currency);
    }

    /**
     * How steady the sessions of a room are that ended from the one moment on and before the other. 404 {@code room.unknown}, 400 {@code from.invalid} when
     * they are more than {@value Reviewing#MOST}.
     */
    public Stability stability(MerchantId merchant, RoomId id, Instant from, Instant to, ZoneId zone, String currency) {
        rooms.find(merchant, id);
        var ended = sessions.ended(merchant, id, from, to, Reviewing.MOST + 1);
        if (ended.size() > Reviewing.MOST) {
            throw ProblemException.invalid(
                    "from", from, "a later one: until %s more than %d sessions ended".formatted(to, Reviewing.MOST));
        }
        return reviewing.stability(merchant, broadcasts(ended, null), zone, currency);
    }

    /** Keeps what is seen of a session at the moment of its review, in each currency in which anything happened. */
    void keep(MerchantId merchant, Session session, Instant now) {
        var figures = reviewing.reviewed(merchant, broadcast(session, now));
        reviews.add(merchant, session.id(), new AsReviewed(now, figures));
    }

    private static Broadcast broadcast(Session session, Instant now) {
        var start = session.startedAt();
        if (start == null) {
            throw new ProblemException(
                    409,
                    "session.unbegun",
                    "session: %s is %s (expected: one that has been live)"
                            .formatted(session.id(), session.state().word()));
        }
        var end = Objects.requireNonNullElse(session.endedAt(), now);
        return new Broadcast(session.shop(), session.touchpoint(), start, end);
    }

    private static List<Broadcast> broadcasts(List<Session> ended, @Nullable Session besides) {
        return ended.stream()
                .filter(session -> besides == null || !session.id().equals(besides.id()))
                .map(session -> broadcast(session, Objects.requireNonNull(session.endedAt())))
                .toList();
    }

    /** What the rundown offers: of a product that stands there twice the first price, and all of its stock. */
    private List<PlannedProduct> planned(MerchantId merchant, Session session, String currency) {
        var planned = new LinkedHashMap<String, PlannedProduct>();
        for (var line : rundowns.find(merchant, session.id()).orElseThrow().lines()) {
            var product = line.content().product();
            if (product != null) {
                planned.merge(product, planned(product, line.content(), currency), ReviewDesk::together);
            }
        }
        return new ArrayList<>(planned.values());
    }

    private static PlannedProduct planned(String product, LineContent content, String currency) {
        var price = content.price();
        return new PlannedProduct(
                product, price == null || !price.currency().equals(currency) ? null : price.minor(), content.stock());
    }

    private static PlannedProduct together(PlannedProduct first, PlannedProduct second) {
        var one = first.stock();
        var other = second.stock();
        return new PlannedProduct(
                first.product(),
                first.price() == null ? second.price() : first.price(),
                one == null || other == null ? null : Long.valueOf(Math.addExact(one, other)));
    }
}
