package io.factmatrix.campaign.store;

import io.factmatrix.campaign.domain.guard.LimitId;
import io.factmatrix.campaign.domain.guard.ProductLimit;
import io.factmatrix.campaign.domain.guard.ProductLimits;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.Limit;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Limits of products in PostgreSQL. */
public final class PostgresLimits extends PostgresResources<LimitId, ProductLimit> implements ProductLimits {

    private static final TypeReference<List<Money>> FLOORS = new TypeReference<>() {};

    private final ObjectMapper mapper;
    private final Json json;

    public PostgresLimits(JdbcTemplate jdbc, ObjectMapper mapper) {
        super(jdbc, "product_limit");
        this.mapper = mapper;
        this.json = new Json(mapper);
    }

    @Override
    protected ProblemException taken(ProductLimit limit) {
        return new ProblemException(
                409,
                "product-limit.exists",
                "product: %s (expected: one that has no limit yet)"
                        .formatted(limit.limit().product()));
    }

    @Override
    public List<ProductLimit> list(MerchantId merchant, @Nullable String product, @Nullable LimitId before, int limit) {
        return newest(merchant, new Conditions().equal("product", product), before, limit);
    }

    @Override
    public List<Limit> of(MerchantId merchant, @Nullable List<String> products) {
        return all(merchant, new Conditions().anyOf("product", products)).stream()
                .map(ProductLimit::limit)
                .toList();
    }

    @Override
    public void remove(MerchantId merchant, LimitId id) {
        jdbc.sql("delete from product_limit where merchant_id = :merchant and product_limit_id = :id")
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
    }

    @Override
    protected Map<String, @Nullable Object> columns(ProductLimit limit) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("product", limit.limit().product());
        columns.put("floors", json.column(limit.limit().floors()));
        columns.put("stock", limit.limit().stock());
        return columns;
    }

    @Override
    protected ProductLimit read(Row row) throws SQLException {
        return new ProductLimit(
                new LimitId(row.text("product_limit_id")),
                new Limit(
                        row.text("product"), mapper.readValue(row.text("floors"), FLOORS), row.optionalNumber("stock")),
                row.version());
    }
}
