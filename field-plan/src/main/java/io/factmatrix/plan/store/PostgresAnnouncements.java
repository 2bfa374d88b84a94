package io.factmatrix.plan.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.plan.domain.Announcement;
import io.factmatrix.plan.domain.Announcements;
import io.factmatrix.plan.domain.Promise;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Announcements in PostgreSQL. */
public final class PostgresAnnouncements implements Announcements {

    private static final TypeReference<List<Promise>> PROMISES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final double secondsUntilOld;

    /**
     * @param untilOld how long a write may take from its announcement to its end
     */
    public PostgresAnnouncements(JdbcTemplate jdbc, ObjectMapper json, Duration untilOld) {
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
        this.secondsUntilOld = untilOld.toMillis() / 1e3;
    }

    @Override
    public void add(MerchantId merchant, Announcement announcement) {
        jdbc.sql("""
                        insert into announcement (merchant_id, announcement_id, promises, old_at)
                        values (:merchant, :id, :promises::json, clock_timestamp() + make_interval(secs => :untilOld))
                        """)
                .param("merchant", merchant.value())
                .param("id", announcement.id())
                .param("promises", json.writeValueAsString(announcement.promises()))
                .param("untilOld", secondsUntilOld)
                .update();
    }

    @Override
    public boolean remove(MerchantId merchant, String id) {
        return jdbc.sql("delete from announcement where merchant_id = :merchant and announcement_id = :id")
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    private record Found(Announcement announcement, boolean old) {}

    @Override
    public Announced all(MerchantId merchant) {
        var found = jdbc.sql("""
                        select announcement_id, promises, old_at <= clock_timestamp() as old from announcement
                        where merchant_id = :merchant order by announcement_id
                        """)
                .param("merchant", merchant.value())
                .query((row, number) -> new Found(
                        new Announcement(
                                row.getString("announcement_id"), json.readValue(row.getString("promises"), PROMISES)),
                        row.getBoolean("old")))
                .list();
        return new Announced(
                found.stream().map(Found::announcement).toList(), found.stream().anyMatch(Found::old));
    }

    /** One that is held is being kept: it is not waited for, and holds for who looks until that is done. */
    @Override
    public void removeOld(MerchantId merchant) {
        jdbc.sql("""
                        delete from announcement where merchant_id = :merchant and announcement_id in (
                            select announcement_id from announcement
                            where merchant_id = :merchant and old_at <= clock_timestamp() for update skip locked)
                        """).param("merchant", merchant.value()).update();
    }
}
