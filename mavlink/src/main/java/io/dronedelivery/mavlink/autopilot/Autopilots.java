package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.mavlink.frame.Frame;
import io.dronedelivery.mavlink.frame.Message;
import io.dronedelivery.mavlink.frame.Message.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The autopilots that are heard, by system id. Not for several threads. */
public final class Autopilots {
    /** A source that contradicts goes on and on: it is told of so often at most, per drone. */
    static final Duration CONTRADICTION_TOLD_EVERY = Duration.ofMinutes(1);

    /** Told what is not trusted. */
    public interface RejectionListener {
        /** Something of a drone is not trusted, once for as long as it goes on. */
        void rejected(String droneId, SetAside what);

        /** A frame was ignored, for its source contradicts the one that is trusted. */
        void contradicting();
    }

    private final Map<Integer, Vehicle> bySystem = new HashMap<>();
    private final RejectionListener listener;

    public Autopilots(RejectionListener listener) {
        this.listener = listener;
    }

    /** Takes in a frame of a drone's. A system id may pass from one drone to another. */
    public List<DroneTelemetry> hear(Frame frame, Source source, DroneSnapshot drone, Instant receivedAt) {
        if (frame.message() instanceof Heartbeat heartbeat && heartbeat.groundStation()) {
            return List.of();
        }
        Vehicle vehicle = bySystem.get(frame.system());
        if (vehicle == null || !vehicle.autopilot.droneId().equals(drone.droneId())) {
            vehicle = new Vehicle(drone);
            bySystem.put(frame.system(), vehicle);
        }
        return vehicle.hear(frame.message(), source, drone, receivedAt);
    }

    /** One drone, and its sources. */
    private final class Vehicle {
        private final Autopilot autopilot;
        private final Links links;
        private @Nullable Instant contradictionToldAt;

        Vehicle(DroneSnapshot drone) {
            this.links = new Links(drone);
            this.autopilot = Autopilot.resumed(drone, what -> listener.rejected(drone.droneId(), what));
        }

        List<DroneTelemetry> hear(Message message, Source source, DroneSnapshot drone, Instant receivedAt) {
            return switch (links.hear(source, message, autopilot.airborne(), receivedAt)) {
                case Links.Verdict.Trusted trusted -> takeIn(trusted, drone);
                case Links.Verdict.Contradicting(String detail) -> contradicting(source, detail, drone, receivedAt);
                case Links.Verdict.Waiting _ -> List.of();
            };
        }

        private List<DroneTelemetry> takeIn(Links.Verdict.Trusted trusted, DroneSnapshot drone) {
            if (trusted.newSource()) {
                autopilot.startAnew();
            }
            autopilot.know(drone);
            return trusted.messages().stream()
                    .map(heard -> autopilot.hear(heard.message(), drone.mission(), heard.at()))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private List<DroneTelemetry> contradicting(Source source, String detail, DroneSnapshot drone, Instant at) {
            listener.contradicting();
            Instant before = contradictionToldAt;
            if (before == null || !before.plus(CONTRADICTION_TOLD_EVERY).isAfter(at)) {
                contradictionToldAt = at;
                listener.rejected(
                        drone.droneId(),
                        new SetAside(SetAside.Reason.CONTRADICTING_SOURCE, source + ": " + detail, at, null));
            }
            return List.of();
        }
    }
}
