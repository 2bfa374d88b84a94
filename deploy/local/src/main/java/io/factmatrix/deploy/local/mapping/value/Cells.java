package io.factmatrix.deploy.local.mapping.value;

import io.factmatrix.deploy.local.mapping.value.Values.NumberStyle;
import io.factmatrix.deploy.local.mapping.yaml.Part;
import io.factmatrix.deploy.local.table.Row;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Cells by themselves, for conditions. */
public final class Cells {

    private final Scope scope;
    private final NumberForm form;

    public Cells(Scope scope, NumberStyle numbers) {
        this.scope = scope;
        this.form = numbers.form();
    }

    public int column(Part where, String name) {
        return scope.column(where, name);
    }

    public String text(Row row, int column) {
        return Template.cell(row, column);
    }

    public boolean isUnknown(Row row, int column) {
        var cell = text(row, column);
        return cell.isEmpty() || scope.unknown().contains(cell);
    }

    /** Null when the cell says nothing. */
    public @Nullable BigDecimal number(Row row, int column) throws Unread {
        if (isUnknown(row, column)) {
            return null;
        }
        try {
            return form.read(text(row, column), Unit.COUNT);
        } catch (Unread unread) {
            throw unread.in(scope.name(column));
        }
    }
}
