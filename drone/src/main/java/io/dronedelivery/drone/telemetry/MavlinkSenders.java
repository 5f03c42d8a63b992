package io.dronedelivery.drone.telemetry;

import io.dronedelivery.contracts.Network;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.mavlink.autopilot.Autopilots;
import io.dronedelivery.mavlink.autopilot.Senders;
import io.dronedelivery.mavlink.autopilot.Senders.Denial;
import io.dronedelivery.mavlink.autopilot.Source;
import io.dronedelivery.mavlink.frame.Frame;
import io.dronedelivery.mavlink.frame.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears a frame only from who may send it in the name of its drone, and tells of the others. Not for several threads. */
final class MavlinkSenders {
    /** Who may not send goes on and on: it is told of so often at most, per drone and reason. */
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private final Map<Integer, Known> bySystem = new HashMap<>();
    private final MavlinkMetrics meters;
    private final Autopilots.RejectionListener listener;
    /** Drones sign by the real time, whatever ours is scaled to. */
    private final InstantSource realTime;

    MavlinkSenders(MavlinkMetrics meters, Autopilots.RejectionListener listener, InstantSource realTime) {
        this.meters = meters;
        this.listener = listener;
        this.realTime = realTime;
    }

    /** Whether the frame is heard. */
    boolean allow(Frame frame, Source source, DroneState drone, Instant receivedAt) {
        Known known = bySystem.compute(
                frame.system(), (_, before) -> before != null && before.isOf(drone) ? before : new Known(drone));
        Optional<Denial> denial = known.senders.denial(frame, source, realTime.instant());
        denial.ifPresent(why -> deny(why, known, source, receivedAt));
        return denial.isEmpty();
    }

    private void deny(Denial why, Known known, Source source, Instant at) {
        meters.denied(why).increment();
        if (why != Denial.REPEATED && known.isToTell(why, at)) {
            String detail = source + ": " + why.detail();
            listener.rejected(known.droneId, new SetAside(why.reason(), detail, at, null));
        }
    }

    /** A drone with this system id, by its registration. */
    private static final class Known {
        private final String droneId;
        private final @Nullable List<String> networks;
        private final @Nullable String key;
        private final Senders senders;
        private final Map<SetAside.Reason, Instant> toldAt = new EnumMap<>(SetAside.Reason.class);

        Known(DroneState drone) {
            Registration registration = drone.registration();
            droneId = drone.droneId();
            networks = registration.mavlinkNetworks();
            key = registration.mavlinkKey();
            senders = new Senders(
                    networks == null
                            ? List.of()
                            : networks.stream().map(Network::parse).toList(),
                    key == null ? null : SigningKey.ofHex(key));
        }

        /** Whether this is how it is registered now. */
        boolean isOf(DroneState drone) {
            return droneId.equals(drone.droneId())
                    && Objects.equals(networks, drone.registration().mavlinkNetworks())
                    && Objects.equals(key, drone.registration().mavlinkKey());
        }

        boolean isToTell(Denial why, Instant now) {
            Instant before = toldAt.get(why.reason());
            boolean due = before == null || !before.plus(TOLD_EVERY).isAfter(now);
            if (due) {
                toldAt.put(why.reason(), now);
            }
            return due;
        }
    }
}
