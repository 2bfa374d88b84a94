package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.round.Round;
import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.kit.merchant.MerchantId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row for each merchant and task; whoever moves its time has taken it. */
public final class PostgresRounds implements Rounds {

    private final JdbcClient jdbc;

    public PostgresRounds(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public void join(String task, MerchantId merchant) {
        of(task, merchant, """
                insert into round (merchant_id, task, due_at) values (:merchant, :task, clock_timestamp())
                on conflict do nothing
                """).update();
    }

    @Override
    public void hasten(String task, MerchantId merchant) {
        of(task, merchant, """
                insert into round (merchant_id, task, due_at) values (:merchant, :task, clock_timestamp())
                on conflict (merchant_id, task) do update set due_at = excluded.due_at, token = null
                """).update();
    }

    @Override
    public void leave(String task, MerchantId merchant) {
        of(task, merchant, "delete from round where merchant_id = :merchant and task = :task")
                .update();
    }

    @Override
    public Optional<Round> take(String task, Duration lease) {
        var token = UUID.randomUUID().toString();
        return jdbc.sql("""
                        update round set due_at = clock_timestamp() + :lease * interval '1 millisecond', token = :token
                        where (merchant_id, task) = (
                            select merchant_id, task from round where task = :task and due_at <= clock_timestamp()
                            order by due_at, merchant_id limit 1 for update skip locked)
                        returning merchant_id
                        """)
                .param("task", task)
                .param("lease", lease.toMillis())
                .param("token", token)
                .query((row, number) -> new Round(task, MerchantId.of(row.getString("merchant_id")), token))
                .optional();
    }

    @Override
    public boolean done(Round round, Duration next) {
        return of(round.task(), round.merchant(), """
                        update round set due_at = clock_timestamp() + :next * interval '1 millisecond', token = null
                        where merchant_id = :merchant and task = :task and token = :token
                        """)
                        .param("next", next.toMillis())
                        .param("token", round.token())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec of(String task, MerchantId merchant, String sql) {
        return jdbc.sql(sql).param("merchant", merchant.value()).param("task", task);
    }
}
