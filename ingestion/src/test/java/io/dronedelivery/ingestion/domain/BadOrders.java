package io.dronedelivery.ingestion.domain;

import java.util.stream.Stream;

/** Every kind of bad order: what is wrong with it, and what its sender is to be told. The clock says 2026-11-20T12:00Z. */
public final class BadOrders {
    private static final String PICKUP = "{\"latitude\": 47.3769, \"longitude\": 8.5417}";
    private static final String DROPOFF = "{\"latitude\": 47.3901, \"longitude\": 8.5157}";
    private static final String EXPEDITED = "\"expedited\": true";

    private BadOrders() {}

    /**
     * One bad order.
     *
     * @param part what is replaced in {@link Bodies#ORDER}
     * @param replacement by what
     * @param field the field to be named
     * @param allowed what its message must say
     */
    public record Case(String part, String replacement, String field, String allowed) {

        public String body() {
            return Bodies.order(part, replacement);
        }

        @Override
        public String toString() {
            return field + " in " + (replacement.length() > 60 ? "a long text" : replacement);
        }
    }

    public static Stream<Case> all() {
        return Stream.of(places(), texts(), parcels(), times(), shapes()).flatMap(cases -> cases);
    }

    private static Stream<Case> places() {
        String latitude = "must be a number of degrees from -90 to 90";
        return Stream.of(
                new Case("47.3769", "90.0001", "/pickup/location/latitude", latitude),
                new Case("47.3769", "-91", "/pickup/location/latitude", latitude),
                new Case("47.3769", "1e400", "/pickup/location/latitude", latitude),
                new Case("47.3769", "\"47\"", "/pickup/location/latitude", latitude + ", but is \"47\""),
                new Case("8.5157", "180.5", "/dropoff/location/longitude", "from -180 to 180"),
                new Case(PICKUP, "{\"latitude\": 0, \"longitude\": 0.0}", "/pickup/location", "must not be 0,0"),
                new Case(PICKUP, "{\"latitude\": 47}", "/pickup/location/longitude", "is required"),
                new Case(DROPOFF, PICKUP, "/dropoff", "must be at least 10 m away from the pickup, but is 0.0 m"));
    }

    private static Stream<Case> texts() {
        return Stream.of(
                new Case("At the ramp.", "x".repeat(501), "/pickup/instructions", "1 to 500 characters"),
                new Case("At the ramp.", " ", "/pickup/instructions", "not blank"),
                new Case("At the ramp.", "a\\u0000b", "/pickup/instructions", "without control characters"),
                new Case("At the ramp.", "a\\uD800b", "/pickup/instructions", "without control characters"),
                new Case("Ann", "\u200B", "/pickup/contact/name", "not blank"),
                new Case("Ann", "\u2060\uFEFF", "/pickup/contact/name", "not blank"),
                new Case("Ann", "\u202EnnA", "/pickup/contact/name", "those of the writing direction included"),
                new Case("Order 4711", "4711\\u2066", "/reference", "those of the writing direction included"),
                new Case("Order 4711", "\uD83D\uDE80".repeat(101), "/reference", "1 to 100 characters"),
                new Case("Bahnhofplatz 1", "y".repeat(300), "/pickup/address", "1 to 300 characters"),
                new Case("\"Ann\"", "7", "/pickup/contact/name", "must be a text of 1 to 100 characters"),
                new Case("+41 44 555 01 01", "call me", "/pickup/contact/phone", "must be a phone number"),
                new Case("+41 44 555 01 01", "+41", "/pickup/contact/phone", "must be a phone number"),
                new Case("ann@example.org", "ann@example", "/pickup/contact/email", "must be an e-mail address"),
                new Case("ann@example.org", "ann example.org", "/pickup/contact/email", "must be an e-mail address"),
                new Case("Order 4711", "z".repeat(101), "/reference", "1 to 100 characters"),
                new Case("4006381333931", "4 5", "/package/tag", "1 to 64 printable ASCII characters"));
    }

    private static Stream<Case> parcels() {
        String weight = "must be a whole number from 1 to 30000";
        return Stream.of(
                new Case("900", "0", "/package/weightGrams", weight + ", but is 0"),
                new Case("900", "30001", "/package/weightGrams", weight),
                new Case("900", "1.5", "/package/weightGrams", weight),
                new Case("900", "99999999999999999999", "/package/weightGrams", weight),
                new Case("900", "\"900\"", "/package/weightGrams", weight),
                new Case("900", "null", "/package/weightGrams", "is required"),
                new Case("SMALL", "TINY", "/package/size", "must be one of SMALL, MEDIUM, LARGE, but is \"TINY\""),
                new Case("SMALL", "small", "/package/size", "must be one of SMALL, MEDIUM, LARGE"));
    }

    private static Stream<Case> times() {
        String iso = "must be a time in ISO 8601 with its offset";
        return Stream.of(
                time("readyAt", "\"2026-11-20T11:54:59Z\"", "must be from now (2026-11-20T12:00:00Z) to 30 days ahead"),
                time("readyAt", "\"2026-12-20T12:00:01Z\"", "to 30 days ahead"),
                time("readyAt", "\"2026-11-20T13:00:00\"", iso),
                time("readyAt", "\"tomorrow\"", iso),
                time("readyAt", "1795176000", iso),
                time("deadline", "\"2026-11-20T12:09:59Z\"", "must be from 10 minutes to 31 days after now"),
                time("deadline", "\"2026-12-22T12:00:00Z\"", "must be from 10 minutes to 31 days after now"),
                new Case(
                        EXPEDITED,
                        "\"readyAt\": \"2026-11-20T13:00:00Z\", \"deadline\": \"2026-11-20T14:09:59+01:00\"",
                        "/deadline",
                        "must be at least 10 minutes after readyAt"));
    }

    private static Stream<Case> shapes() {
        return Stream.of(
                new Case("true", "\"yes\"", "/expedited", "must be true or false, but is \"yes\""),
                new Case("PIN", "OATH", "/confirmation", "must be one of NONE, PIN, PICTURE, SIGNATURE"),
                new Case("\"PIN\"", "[]", "/confirmation", "but is a list"),
                new Case(PICKUP, "[47, 8]", "/pickup/location", "must be a JSON object, but is a list"),
                new Case("\"package\"", "\"parcel\"", "/package", "is required"),
                new Case("\"package\"", "\"parcel\"", "/parcel", "is unknown; known here are confirmation, deadline"),
                new Case(
                        "\"tag\"",
                        "\"a/b~c\"",
                        "/package/a~1b~0c",
                        "is unknown; known here are size, tag, weightGrams"),
                new Case("\"tag\"", "\"\\uD800\"", "/package/\uFFFD", "is unknown"));
    }

    private static Case time(String field, String value, String allowed) {
        return new Case(EXPEDITED, "\"" + field + "\": " + value, "/" + field, allowed);
    }
}
