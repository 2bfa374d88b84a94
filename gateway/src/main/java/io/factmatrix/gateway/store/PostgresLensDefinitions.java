package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.lens.KeptDefinition;
import io.factmatrix.gateway.domain.lens.Lens;
import io.factmatrix.gateway.domain.lens.LensDefinition;
import io.factmatrix.gateway.domain.lens.LensDefinitions;
import io.factmatrix.gateway.domain.lens.Letter;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.revision.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** A row for each merchant and lens, from the first change on. */
public final class PostgresLensDefinitions implements LensDefinitions {

    private static final TypeReference<List<Letter>> LETTERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    public PostgresLensDefinitions(JdbcTemplate template, ObjectMapper json) {
        this.jdbc = JdbcClient.create(template);
        this.json = json;
    }

    @Override
    public KeptDefinition find(MerchantId merchant, Lens lens) {
        return of(merchant, lens, """
                        select letters, revision from lens_definition where merchant_id = :merchant and lens = :lens
                        """)
                .query((row, number) -> definition(lens, row))
                .optional()
                .orElseGet(() -> KeptDefinition.usual(lens));
    }

    /** One statement that makes the row or holds it: between two there could be another client. */
    @Override
    public KeptDefinition hold(MerchantId merchant, Lens lens) {
        return with(KeptDefinition.usual(lens), of(merchant, lens, """
                        insert into lens_definition (merchant_id, lens, letters, revision)
                        values (:merchant, :lens, :letters::json, :revision)
                        on conflict (merchant_id, lens) do update set lens = excluded.lens
                        returning letters, revision
                        """))
                .query((row, number) -> definition(lens, row))
                .single();
    }

    @Override
    public void replace(MerchantId merchant, KeptDefinition definition) {
        with(definition, of(merchant, definition.definition().lens(), """
                        update lens_definition set letters = :letters::json, revision = :revision
                        where merchant_id = :merchant and lens = :lens
                        """)).update();
    }

    private StatementSpec of(MerchantId merchant, Lens lens, String sql) {
        return jdbc.sql(sql).param("merchant", merchant.value()).param("lens", lens.word());
    }

    private StatementSpec with(KeptDefinition definition, StatementSpec statement) {
        return statement
                .param(
                        "letters",
                        json.writeValueAsString(definition.definition().letters()))
                .param("revision", definition.revision().number());
    }

    private KeptDefinition definition(Lens lens, ResultSet row) throws SQLException {
        return new KeptDefinition(
                new LensDefinition(lens, json.readValue(row.getString("letters"), LETTERS)),
                new Revision(row.getLong("revision")));
    }
}
