package io.factmatrix.deploy.local.mapping;

import io.factmatrix.deploy.local.mapping.value.Unread;
import io.factmatrix.deploy.local.table.Row;
import java.util.List;
import java.util.Map;

/**
 * A member of an event.
 *
 * @param columns those that it is taken from
 */
record Member(String name, List<String> columns, Writing writing) {

    /** Puts what a row says into the event, and nothing where it says nothing. */
    interface Writing {

        void write(Row row, Map<String, Object> event) throws Unread;
    }
}
