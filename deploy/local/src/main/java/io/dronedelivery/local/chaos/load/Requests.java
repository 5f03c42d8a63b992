package io.dronedelivery.local.chaos.load;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import io.dronedelivery.local.chaos.load.Submission.Expected;
import io.dronedelivery.local.customer.DeliveryOrder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP requests of customers, in one version of the public API. */
public record Requests(URI deliveries, Version version) {
    /** The account that can pay, and those that cannot, by the fleet plan. */
    static final String GOOD_ACCOUNT = "demo";

    static final List<String> BAD_ACCOUNTS = List.of("suspended", "poor", "stranger");

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final double DEGREES_OUT_OF_REACH = 3; // of latitude: farther than any carrier goes
    private static final String JSON = "application/json";

    /** The versions of the public API that are served side by side. */
    enum Version {
        V1,
        V2
    }

    /** Those of version 2. */
    public static Requests inV2(URI deliveries) {
        return new Requests(deliveries, Version.V2);
    }

    /** Those of version 1: only they may go without a key, and their cancels are others. */
    public static Requests inV1(URI deliveries) {
        return new Requests(deliveries, Version.V1);
    }

    /** A body that is wrong. */
    private record Wrong(String what, String contentType, String body) {}

    private static final List<Wrong> WRONG = List.of(
            new Wrong("no JSON", JSON, "{\"pickup\":"),
            new Wrong("nothing", JSON, ""),
            new Wrong("an order without a parcel", JSON, order(8.5, null)),
            new Wrong("a parcel of no weight", JSON, order(8.5, "{\"size\":\"SMALL\",\"weightGrams\":0}")),
            new Wrong("a parcel of a tonne", JSON, order(8.5, "{\"size\":\"LARGE\",\"weightGrams\":1000000}")),
            new Wrong("a parcel of a strange size", JSON, order(8.5, "{\"size\":\"HUGE\",\"weightGrams\":10}")),
            new Wrong("a place off the earth", JSON, order(850, "{\"size\":\"SMALL\",\"weightGrams\":10}")),
            new Wrong("a list", JSON, "[1,2,3]"),
            new Wrong("plain text", "text/plain", "please carry this"),
            new Wrong("far too much", JSON, "\"" + "x".repeat(2 << 20) + "\""));

    private static String order(double longitude, @Nullable String parcel) {
        return "{\"pickup\":{\"location\":{\"latitude\":47.4,\"longitude\":%s}},".formatted(longitude)
                + "\"dropoff\":{\"location\":{\"latitude\":47.41,\"longitude\":8.52}}"
                + (parcel == null ? "}" : ",\"package\":" + parcel + "}");
    }

    Submission order(String account, @Nullable String key, DeliveryOrder order) {
        HttpRequest request = request(key, "", JSON)
                .POST(BodyPublishers.ofByteArray(Json.bytes(order)))
                .build();
        return new Submission("schedule", account, request, key != null, Expected.ACCEPTED);
    }

    /** Another order under the key of an accepted one. */
    Submission keyReused(AcceptedOrder ordered, DeliveryOrder other) {
        Submission same = order(ordered.accountId(), ordered.key(), other);
        return new Submission("schedule under a used key", same.accountId(), same.request(), true, Expected.EITHER);
    }

    /** Changes the drop-off of an order to that of another. */
    Submission reschedule(AcceptedOrder ordered, String key, DeliveryOrder other) {
        BodyPublisher body = BodyPublishers.ofByteArray(Json.bytes(new DeliveryChange(other.dropoff(), null, null)));
        HttpRequest request = request(key, "/" + ordered.answer().deliveryId(), "application/merge-patch+json")
                .method("PATCH", body)
                .build();
        return new Submission("reschedule", ordered.accountId(), request, true, Expected.EITHER);
    }

    Submission cancel(AcceptedOrder ordered, String key) {
        String delivery = "/" + ordered.answer().deliveryId();
        HttpRequest request =
                switch (version) {
                    case V1 ->
                        request(key, delivery + "?reason=chaos", JSON).DELETE().build();
                    case V2 ->
                        request(key, delivery + "/cancellation", JSON)
                                .POST(BodyPublishers.ofString("{\"reason\":\"chaos\"}"))
                                .build();
                };
        return new Submission("cancel", ordered.accountId(), request, true, Expected.EITHER);
    }

    /** A request that has to be refused. */
    Submission wrong(int which, String key) {
        Wrong wrong = WRONG.get(Math.floorMod(which, WRONG.size()));
        HttpRequest request = request(key, "", wrong.contentType())
                .POST(BodyPublishers.ofString(wrong.body()))
                .build();
        return new Submission(wrong.what(), GOOD_ACCOUNT, request, true, Expected.REFUSED);
    }

    private HttpRequest.Builder request(@Nullable String key, String path, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(deliveries + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", JSON)
                .header("Content-Type", contentType);
        return key == null ? request : request.header("Idempotency-Key", '"' + key + '"');
    }

    /** The same order with a drop-off that no carrier reaches. */
    static DeliveryOrder outOfReach(DeliveryOrder order) {
        Position near = order.dropoff().location();
        Position far = new Position(near.latitude() - DEGREES_OUT_OF_REACH, near.longitude());
        return new DeliveryOrder(
                order.pickup(), new Stop(far, null, null, null), order.readyAt(), order.parcel(), order.reference());
    }
}
