package io.factmatrix.kol.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.kol.domain.engagement.EngagementId;
import io.factmatrix.kol.domain.makegood.MakeGood;
import io.factmatrix.kol.domain.makegood.MakeGoodId;
import io.factmatrix.kol.domain.makegood.MakeGoodKind;
import io.factmatrix.kol.domain.makegood.MakeGoodOffer;
import io.factmatrix.kol.domain.makegood.MakeGoodState;
import io.factmatrix.kol.domain.makegood.MakeGoods;
import io.factmatrix.ledger.domain.event.Money;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Make-goods in PostgreSQL. */
public final class PostgresMakeGoods extends PostgresResources<MakeGoodId, MakeGood> implements MakeGoods {

    public PostgresMakeGoods(JdbcTemplate jdbc) {
        super(jdbc, "make_good");
    }

    @Override
    public List<MakeGood> list(
            MerchantId merchant,
            EngagementId engagement,
            @Nullable MakeGoodState state,
            @Nullable MakeGoodId before,
            int limit) {
        var conditions = new Conditions().equal("engagement_id", engagement).equal("state", state);
        return newest(merchant, conditions, before, limit);
    }

    @Override
    public List<MakeGood> of(MerchantId merchant, EngagementId engagement) {
        return all(merchant, new Conditions().equal("engagement_id", engagement));
    }

    @Override
    protected Map<String, @Nullable Object> columns(MakeGood makeGood) {
        var amount = makeGood.offer().amount();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("engagement_id", makeGood.engagement());
        columns.put("kind", makeGood.offer().kind());
        columns.put("amount", amount == null ? null : amount.minor());
        columns.put("currency", amount == null ? null : amount.currency());
        columns.put("made_good_by", makeGood.offer().madeGoodBy());
        columns.put("note", makeGood.offer().note());
        columns.put("state", makeGood.state());
        return columns;
    }

    @Override
    protected MakeGood read(Row row) throws SQLException {
        var currency = row.optionalText("currency");
        var by = row.optionalText("made_good_by");
        var offer = new MakeGoodOffer(
                row.word("kind", MakeGoodKind.class),
                currency == null ? null : new Money(row.number("amount"), currency),
                by == null ? null : new EngagementId(by),
                row.optionalText("note"));
        return new MakeGood(
                new MakeGoodId(row.text("make_good_id")),
                new EngagementId(row.text("engagement_id")),
                offer,
                row.word("state", MakeGoodState.class),
                row.version());
    }
}
