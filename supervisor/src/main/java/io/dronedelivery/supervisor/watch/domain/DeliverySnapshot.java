package io.dronedelivery.supervisor.watch.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Eta;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the service delivery saw a delivery when it was asked. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(DeliverySnapshot.Known.class),
    @JsonSubTypes.Type(DeliverySnapshot.Unknown.class),
    @JsonSubTypes.Type(DeliverySnapshot.Silent.class)
})
public sealed interface DeliverySnapshot {

    /** The parts of a {@link DeliveryView} that help to find out what went wrong. Its PIN is secret and left out. */
    record Known(
            String accountId,
            DeliveryStatus status,
            long version,
            int attempt,
            Instant changedAt,
            @Nullable Assignment assignment,
            @Nullable Eta eta,
            @Nullable Position position,
            @Nullable Reason reason)
            implements DeliverySnapshot {}

    /** There is no such delivery. */
    record Unknown() implements DeliverySnapshot {}

    /** It did not answer. */
    record Silent(String failure) implements DeliverySnapshot {}

    static DeliverySnapshot of(Optional<DeliveryView> answer) {
        return answer.<DeliverySnapshot>map(view -> new Known(
                        view.accountId(),
                        view.status(),
                        view.version(),
                        view.attempt(),
                        view.changedAt(),
                        view.assignment(),
                        view.eta(),
                        view.position(),
                        view.reason()))
                .orElseGet(Unknown::new);
    }
}
