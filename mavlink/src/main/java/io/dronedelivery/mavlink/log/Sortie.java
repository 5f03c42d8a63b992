package io.dronedelivery.mavlink.log;

import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.mavlink.autopilot.Autopilot;
import io.dronedelivery.mavlink.frame.Message;
import io.dronedelivery.mavlink.frame.Message.Heartbeat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flight in a log: from arming to disarming, with a take-off in between.
 *
 * @param arming the number of the entry that tells it is armed
 */
public record Sortie(int arming, Instant armedAt, Instant disarmedAt) {

    /** The sorties of a vehicle, in their order. One that the log does not see the end of is none. */
    public static List<Sortie> of(FlightLog log, int system) {
        Finder finder = new Finder();
        List<FlightLog.Entry> entries = log.entries();
        for (int entry = 0; entry < entries.size(); entry++) {
            Instant receivedAt = entries.get(entry).receivedAt();
            for (Message message : entries.get(entry).from(system).toList()) {
                finder.hear(message, entry, receivedAt);
            }
        }
        return List.copyOf(finder.found);
    }

    private static final class Finder {
        private final List<Sortie> found = new ArrayList<>();
        private final Autopilot autopilot = Autopilot.of("any");
        private @Nullable Instant armedAt;
        private int arming;
        private boolean flown;

        void hear(Message message, int entry, Instant receivedAt) {
            flown |= autopilot
                    .hear(message, null, receivedAt)
                    .filter(sample -> sample.flightStatus() == FlightStatus.AIRBORNE)
                    .isPresent();
            if (message instanceof Heartbeat heartbeat && !heartbeat.groundStation()) {
                turn(heartbeat.armed(), entry, receivedAt);
            }
        }

        private void turn(boolean armed, int entry, Instant receivedAt) {
            if (armed && armedAt == null) {
                armedAt = receivedAt;
                arming = entry;
                flown = false;
            } else if (!armed && armedAt != null) {
                if (flown) {
                    found.add(new Sortie(arming, armedAt, receivedAt));
                }
                armedAt = null;
            }
        }
    }
}
