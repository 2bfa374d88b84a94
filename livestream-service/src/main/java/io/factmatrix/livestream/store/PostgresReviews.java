package io.factmatrix.livestream.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Row;
import io.factmatrix.livestream.domain.review.AsReviewed;
import io.factmatrix.livestream.domain.review.ReviewedFigures;
import io.factmatrix.livestream.domain.review.Reviews;
import io.factmatrix.livestream.domain.session.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** What was seen of sessions when they were reviewed, in PostgreSQL. */
public final class PostgresReviews implements Reviews {

    private static final TypeReference<List<Map<String, Object>>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper mapper;
    private final Json json;

    public PostgresReviews(JdbcTemplate jdbc, ObjectMapper mapper) {
        this.jdbc = JdbcClient.create(jdbc);
        this.mapper = mapper;
        this.json = new Json(mapper);
    }

    @Override
    public Optional<AsReviewed> find(MerchantId merchant, SessionId session) {
        return jdbc.sql("select * from session_review where merchant_id = :merchant and session_id = :session")
                .param("merchant", merchant.value())
                .param("session", session.value())
                .query(this::read)
                .optional();
    }

    @Override
    public void add(MerchantId merchant, SessionId session, AsReviewed reviewed) {
        jdbc.sql("""
                        insert into session_review (merchant_id, session_id, reviewed_at, figures)
                        values (:merchant, :session, :at, :figures)
                        """)
                .param("merchant", merchant.value())
                .param("session", session.value())
                .param("at", reviewed.at().atOffset(ZoneOffset.UTC))
                .param(
                        "figures",
                        json.column(reviewed.figures().stream()
                                .map(ReviewedFigures::members)
                                .toList()))
                .update();
    }

    private AsReviewed read(ResultSet result, int number) throws SQLException {
        var row = new Row(result);
        var figures = mapper.readValue(row.text("figures"), FIGURES).stream()
                .map(ReviewedFigures::of)
                .toList();
        return new AsReviewed(row.instant("reviewed_at"), figures);
    }
}
