package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.notification.Notification;
import io.factmatrix.gateway.domain.notification.Notifications;
import io.factmatrix.gateway.domain.watch.Look;
import io.factmatrix.gateway.domain.watch.News;
import io.factmatrix.gateway.domain.watch.Sight;
import io.factmatrix.gateway.domain.watch.Sights;
import io.factmatrix.gateway.domain.webhook.EventType;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantTransactions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells what a look shows, and remembers it, in one transaction. */
public final class Telling {

    private final MerchantTransactions transactions;
    private final Sights sights;
    private final Notifications notifications;

    public Telling(MerchantTransactions transactions, Sights sights, Notifications notifications) {
        this.transactions = transactions;
        this.sights = sights;
        this.notifications = notifications;
    }

    /** What was new. */
    News tell(MerchantId merchant, Watch watch, Look look) {
        return transactions.write(merchant, () -> {
            var task = watch.task();
            var news = News.of(sights.all(merchant, task), sights.watched(merchant, task), look);
            switch (watch) {
                case VIEW -> view(merchant, news.changed());
                case CONFLICTS -> {
                    each(merchant, EventType.CONFLICT_FOUND, "conflict ", news.found());
                    each(merchant, EventType.CONFLICT_GONE, "conflict ", news.gone());
                }
                case SETTLEMENTS -> each(merchant, EventType.SETTLEMENT_CLOSED, "settlement ", news.found());
            }
            sights.keep(merchant, task, news.seen());
            sights.forget(merchant, task, news.gone());
            sights.watch(merchant, task, look.answered());
            return news;
        });
    }

    private void view(MerchantId merchant, List<Sight> changed) {
        if (!changed.isEmpty()) {
            var fields = new TreeMap<String, @Nullable Object>();
            changed.forEach(sight -> fields.put(sight.id(), sight.data()));
            notifications.addLatest(
                    merchant, new Notification(EventType.VIEW_CHANGED.word(), "view", Map.of("fields", fields)));
        }
    }

    private void each(MerchantId merchant, EventType type, String key, List<Sight> seen) {
        seen.forEach(
                sight -> notifications.add(merchant, new Notification(type.word(), key + sight.id(), sight.data())));
    }
}
