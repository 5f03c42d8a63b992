package io.dronedelivery.delivery.owner;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Eta;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends clients the events of a delivery as they happen, each named by its type, with its version as id, and
 * <code>position</code> while the delivery is under way. A client that reconnects gets the events that it missed. The stream
 * ends with the delivery, with its client's token, or with this instance: its client then reconnects.
 *
 * <p>It reads the stored timeline whenever {@link FollowedVersions} knows of more, so that it does not matter which instance
 * decided an event, nor when a client connected.
 */
@Singleton
class LiveTracking {
    private static final int LOOKS_PER_HEARTBEAT = 30; // every 15 s

    private final OwnerViews views;
    private final Deliveries deliveries;
    private final FollowedVersions versions;
    private final StreamEnd stop;

    LiveTracking(OwnerViews views, Deliveries deliveries, FollowedVersions versions, StreamEnd stop) {
        this.views = views;
        this.deliveries = deliveries;
        this.versions = versions;
        this.stop = stop;
    }

    /** @param expiry when the client's token expires, in real time */
    Multi<OutboundSseEvent> follow(String account, String deliveryId, long afterVersion, Instant expiry, Sse sse) {
        Client client = new Client(account, deliveryId, sse, expiry, afterVersion);
        return Multi.createFrom()
                .ticks()
                .every(FollowedVersions.PERIOD)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(client::look)
                .onItem()
                .<Optional<OutboundSseEvent>>transformToIterable(sent -> sent)
                .select()
                .first(Optional::isPresent)
                .map(Optional::get)
                .onSubscription()
                .invoke(() -> versions.follow(deliveryId))
                .onTermination()
                .invoke(() -> versions.leave(deliveryId));
    }

    /** Where a parcel is and when it is expected. */
    private record Seen(Position position, @Nullable Eta eta) {}

    /** One client, and what it was sent so far. */
    private final class Client {
        private final String account;
        private final String deliveryId;
        private final Sse sse;
        private final Instant expiry;
        private long version;
        private @Nullable Position position;
        private @Nullable DeliveryView seen;

        Client(String account, String deliveryId, Sse sse, Instant expiry, long version) {
            this.account = account;
            this.deliveryId = deliveryId;
            this.sse = sse;
            this.expiry = expiry;
            this.version = version;
        }

        /** What is new, and an empty one at the end. */
        Uni<List<Optional<OutboundSseEvent>>> look(long tick) {
            if (stop.reached() || Instant.now().isAfter(expiry)) {
                return Uni.createFrom().item(List.of(Optional.empty()));
            }
            DeliveryView last = seen;
            boolean news = last == null || versions.version(deliveryId) > version || views.mayHaveMoved(last);
            return (news ? read() : Uni.createFrom().item(List.<Optional<OutboundSseEvent>>of()))
                    .map(read -> Stream.concat(read.stream(), heartbeat(tick).stream())
                            .toList());
        }

        /** The delivery is read first, so that its end follows all its events. */
        private Uni<List<Optional<OutboundSseEvent>>> read() {
            return views.view(account, deliveryId).flatMap(view -> {
                seen = view;
                return deliveries.timeline(deliveryId, version).map(events -> Stream.of(
                                newEvents(events), moved(view), end(view))
                        .flatMap(List::stream)
                        .toList());
            });
        }

        private List<Optional<OutboundSseEvent>> newEvents(List<DeliveryEvent> events) {
            List<Optional<OutboundSseEvent>> sent = new ArrayList<>();
            for (DeliveryEvent event : events) {
                version = event.header().version();
                sent.add(Optional.of(sse.newEventBuilder()
                        .id(Long.toString(version))
                        .name(event.getClass().getSimpleName())
                        .data(Json.text(event))
                        .build()));
            }
            return sent;
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

        private List<Optional<OutboundSseEvent>> end(DeliveryView view) {
            return view.status().terminal() ? List.of(Optional.empty()) : List.of();
        }
    }
}
