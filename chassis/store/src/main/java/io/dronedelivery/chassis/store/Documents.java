package io.dronedelivery.chassis.store;

import io.dronedelivery.contracts.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

/** Records as JSONB columns. */
public final class Documents {
    private Documents() {}

    /** The record as a parameter for a <code>jsonb</code> column. */
    public static JsonObject json(Object document) {
        return new JsonObject(Json.text(document));
    }

    /** The records as one parameter, a JSON array: for <code>jsonb_array_elements</code>. */
    public static JsonArray jsonArray(Iterable<?> documents) {
        return new JsonArray(Json.text(documents));
    }

    /** The record in a <code>jsonb</code> column. */
    public static <T> T read(Row row, String column, Class<T> type) {
        return Json.read(row.getValue(column).toString(), type);
    }
}
