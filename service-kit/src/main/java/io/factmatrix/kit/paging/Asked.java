package io.factmatrix.kit.paging;

import io.factmatrix.kit.merchant.MerchantId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which list is asked for: a cursor of another merchant, list or filter would pass over items in silence.
 *
 * @param list its name
 * @param filters by name, those that were given
 */
public record Asked(MerchantId merchant, String list, SortedMap<String, String> filters) {

    public Asked {
        filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
    }

    /** All of that list. */
    public static Asked all(MerchantId merchant, String list) {
        return new Asked(merchant, list, new TreeMap<>());
    }

    /** Those of it that pass that filter, too; null filters nothing. */
    public Asked with(String filter, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(filters);
        more.put(filter, value.toString());
        return new Asked(merchant, list, more);
    }
}
