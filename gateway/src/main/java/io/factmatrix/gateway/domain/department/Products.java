package io.factmatrix.gateway.domain.department;

import io.factmatrix.gateway.domain.Amounts;
import io.factmatrix.gateway.domain.Members;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.ledger.domain.selection.FieldProducts;
import io.factmatrix.ledger.domain.selection.ProductSales;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The products that each field sold most and least, and of which most came back. */
record Products(Sections<FieldProducts> sections) {

    Map<String, @Nullable Object> body() {
        return sections.body(this::ofField);
    }

    private Map<String, @Nullable Object> ofField(FieldProducts answer) {
        var products = answer.products();
        return new Members()
                .add("count", products.count())
                .add("top", list(products.top()))
                .add("bottom", list(products.bottom()))
                .add("mostRefunded", list(products.mostRefunded()))
                .object();
    }

    private List<Map<String, @Nullable Object>> list(List<ProductSales> products) {
        return products.stream().map(this::product).toList();
    }

    private Map<String, @Nullable Object> product(ProductSales sales) {
        var in = new Amounts(sections.question().currency());
        return new Members()
                .add("product", sales.product())
                .add("gmv", in.money(sales.gmv()))
                .add("refunds", in.money(sales.refunds()))
                .add("netGmv", in.money(sales.gmv().subtract(sales.refunds())))
                .add("refundsOfPeriod", in.money(sales.refundsOfPeriod()))
                .add("refundRate", Amounts.ratio(sales.refundsOfPeriod(), sales.gmv()))
                .add("units", sales.units())
                .object();
    }
}
