package io.factmatrix.gateway.domain.department;

import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.util.List;

/** A step of those who come, and who owns it when it is weak. */
enum SalesStep {
    ENTER("enter", Ratio.ENTER),
    PRODUCT_SHOW("productShow", Ratio.PRODUCT_SHOW),
    PRODUCT_CLICK("productClick", Ratio.PRODUCT_CLICK),
    ORDER("order", Ratio.ORDER);

    private final String word;
    private final Ratio ratio;

    SalesStep(String word, Ratio ratio) {
        this.word = word;
        this.ratio = ratio;
    }

    /** The rate as the view calls it. */
    String word() {
        return word;
    }

    Ratio ratio() {
        return ratio;
    }

    List<Department> owners() {
        return switch (this) {
            case ENTER -> List.of(Department.CONTENT);
            case PRODUCT_SHOW, PRODUCT_CLICK -> List.of(Department.CONTENT, Department.GOODS);
            case ORDER -> List.of(Department.GOODS, Department.SERVICE);
        };
    }
}
