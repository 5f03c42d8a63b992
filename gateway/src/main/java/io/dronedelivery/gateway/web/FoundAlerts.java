package io.dronedelivery.gateway.web;

import io.dronedelivery.contracts.Position;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of open alerts, as the supervisor tells them. */
record FoundAlerts(List<Alert> alerts, @Nullable String next) {

    /** An alert, with the compensations of its delivery that have not ended. */
    record Alert(
            String id,
            String kind,
            String deliveryId,
            String subject,
            Instant raisedAt,
            String what,
            @Nullable Position position,
            List<Compensation> compensations) {}

    /** A compensation, and why its attempt failed. */
    record Compensation(int attempt, String status, Instant receivedAt, String code, String detail) {}

    /** The deliveries that they are about, each once. */
    List<String> deliveryIds() {
        return alerts.stream().map(Alert::deliveryId).distinct().toList();
    }
}
