package io.dronedelivery.gateway.web;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.gateway.part.Part;
import io.dronedelivery.gateway.web.FoundAlerts.Compensation;
import io.dronedelivery.gateway.web.FoundDeliveries.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of open alerts, the newest first.
 *
 * @param next the cursor of the following page; absent on the last
 * @param incomplete the services whose part is missing
 */
record Alerts(List<Alert> alerts, @Nullable String next, List<String> incomplete) {

    /**
     * An alert with how its delivery stands.
     *
     * @param subject the request, or the number of the attempt, that it is about
     * @param what what is wrong
     * @param position where the drone or parcel was seen last when the alert was raised
     * @param delivery absent where the service delivery does not know it, or could not tell
     * @param compensations those of its delivery that have not ended
     */
    record Alert(
            String id,
            String kind,
            String deliveryId,
            String subject,
            Instant raisedAt,
            String what,
            @Nullable Position position,
            @Nullable Delivery delivery,
            List<Compensation> compensations) {
        private static Alert of(FoundAlerts.Alert alert, FoundDeliveries.@Nullable Delivery delivery) {
            return new Alert(
                    alert.id(),
                    alert.kind(),
                    alert.deliveryId(),
                    alert.subject(),
                    alert.raisedAt(),
                    alert.what(),
                    alert.position(),
                    delivery == null ? null : Delivery.of(delivery),
                    alert.compensations());
        }
    }

    /** How a delivery stands. */
    record Delivery(String status, String account, @Nullable Reason reason, Instant changedAt) {
        private static Delivery of(FoundDeliveries.Delivery delivery) {
            return new Delivery(delivery.status(), delivery.accountId(), delivery.reason(), delivery.changedAt());
        }
    }

    static Alerts of(FoundAlerts found, Part<FoundDeliveries> standing) {
        Map<String, FoundDeliveries.Delivery> deliveries =
                standing.found() == null ? Map.of() : standing.found().byId();
        return new Alerts(
                found.alerts().stream()
                        .map(alert -> Alert.of(alert, deliveries.get(alert.deliveryId())))
                        .toList(),
                found.next(),
                Part.missing(Stream.of(standing)));
    }
}
