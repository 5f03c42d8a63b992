package io.dronedelivery.delivery;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Eta;
import io.dronedelivery.delivery.domain.Deliveries;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients live what happens to a delivery: each of its events, named by its type, with its version as id (so that a
 * client that comes again is told what it missed), and <code>position</code> while it is under way. Ends with the delivery.
 *
 * <p>The stored timeline is looked at again and again rather than a feed listened to: so it does not matter which instance
 * decided an event, nor when a client came.
 */
@Singleton
class LiveTracking {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LOOKS_PER_HEARTBEAT = 30;

    private final Viewing viewing;
    private final Deliveries deliveries;

    LiveTracking(Viewing viewing, Deliveries deliveries) {
        this.viewing = viewing;
        this.deliveries = deliveries;
    }

    Multi<OutboundSseEvent> follow(String account, String deliveryId, long afterVersion, Sse sse) {
        Client client = new Client(account, deliveryId, sse, afterVersion);
        return Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(client::look)
                .onItem()
                .<Optional<OutboundSseEvent>>transformToIterable(told -> told)
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }

    /** Where a parcel is and when it is expected. */
    private record Seen(Position position, @Nullable Eta eta) {}

    /** What one client has been told. */
    private final class Client {
        private final String account;
        private final String deliveryId;
        private final Sse sse;
        private long version;
        private @Nullable Position position;

        Client(String account, String deliveryId, Sse sse, long version) {
            this.account = account;
            this.deliveryId = deliveryId;
            this.sse = sse;
            this.version = version;
        }

        /** What is new; an empty one at the end. The delivery is read first, so that its end is told after all before it. */
        Uni<List<Optional<OutboundSseEvent>>> look(long tick) {
            return viewing.view(account, deliveryId)
                    .flatMap(view -> deliveries.timeline(deliveryId, version).map(events -> Stream.of(
                                    told(events), moved(view), heartbeat(tick), end(view))
                            .flatMap(List::stream)
                            .toList()));
        }

        private List<Optional<OutboundSseEvent>> told(List<DeliveryEvent> events) {
            List<Optional<OutboundSseEvent>> told = new ArrayList<>();
            for (DeliveryEvent event : events) {
                version = event.header().version();
                told.add(Optional.of(sse.newEventBuilder()
                        .id(Long.toString(version))
                        .name(event.getClass().getSimpleName())
                        .data(Json.text(event))
                        .build()));
            }
            return told;
        }

        private List<Optional<OutboundSseEvent>> moved(DeliveryView view) {
            Position now = view.position();
            if (now == null || now.equals(position)) {
                return List.of();
            }
            position = now;
            String seen = Json.text(new Seen(now, view.eta()));
            return List.of(Optional.of(
                    sse.newEventBuilder().name("position").data(seen).build()));
        }

        private List<Optional<OutboundSseEvent>> heartbeat(long tick) {
            return tick % LOOKS_PER_HEARTBEAT == 0
                    ? List.of(Optional.of(
                            sse.newEventBuilder().comment("still here").build()))
                    : List.of();
        }

        private static List<Optional<OutboundSseEvent>> end(DeliveryView view) {
            return view.status().terminal() ? List.of(Optional.empty()) : List.of();
        }
    }
}
