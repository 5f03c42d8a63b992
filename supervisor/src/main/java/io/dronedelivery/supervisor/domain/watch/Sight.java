package io.dronedelivery.supervisor.domain.watch;

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

/** How the service delivery sees a delivery. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Sight.Known.class),
    @JsonSubTypes.Type(Sight.Unknown.class),
    @JsonSubTypes.Type(Sight.Silent.class)
})
public sealed interface Sight {

    /** What of a {@link DeliveryView} helps in finding out what went wrong; its PIN is nobody's business here. */
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
            implements Sight {}

    /** There is no such delivery. */
    record Unknown() implements Sight {}

    /** It did not answer. */
    record Silent(String failure) implements Sight {}

    /** An answer. */
    static Sight of(Optional<DeliveryView> answer) {
        return answer.<Sight>map(view -> new Known(
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
