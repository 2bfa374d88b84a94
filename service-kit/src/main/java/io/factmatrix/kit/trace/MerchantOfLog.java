package io.factmatrix.kit.trace;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Takes the merchant from the context of a request to the entries that are logged on its way, on whatever thread. Found by its file in {@code META-INF/services}. */
public final class MerchantOfLog implements ThreadLocalAccessor<String> {

    /** In the context, and in the log. */
    public static final String KEY = "merchant";

    @Override
    public Object key() {
        return KEY;
    }

    @Override
    public @Nullable String getValue() {
        return MDC.get(KEY);
    }

    @Override
    public void setValue(String merchant) {
        MDC.put(KEY, merchant);
    }

    @Override
    public void setValue() {
        MDC.remove(KEY);
    }
}
