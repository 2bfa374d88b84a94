package io.factmatrix.plan.domain.calendar;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.plan.domain.Span;
import java.util.List;

/** What happens in this field. In a transaction of the merchant. */
public interface Calendar {

    /** What happens at some time of that span, in the order of its start. */
    List<CalendarEntry> entries(MerchantId merchant, Span span);
}
