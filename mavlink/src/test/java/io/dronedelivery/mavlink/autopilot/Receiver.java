package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.mavlink.frame.Datagram;
import io.dronedelivery.mavlink.frame.Frame;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the receiver does with the datagrams of one drone, without a socket; what is told of the drone becomes known. */
final class Receiver implements Autopilots.RejectionListener {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final Position PICKUP = new Position(47.0, 8.0);
    static final Position DROPOFF = new Position(47.03, 8.0);
    static final MissionReference MISSION = new MissionReference("delivery-1", 1, false);
    static final Source A = new Source("10.0.0.1", 14_550);
    static final Source B = new Source("10.0.0.2", 14_550);

    final List<DroneTelemetry> told = new ArrayList<>();
    final List<SetAside> setAside = new ArrayList<>();
    int contradicting;
    Instant now = START;
    private DroneSnapshot known;
    private Autopilots autopilots = new Autopilots(this);

    Receiver() {
        this(PICKUP);
    }

    Receiver(Position base) {
        known = new DroneSnapshot("drone-1", MISSION, null, FlightStatus.GROUNDED, 0, base, base, null, null);
    }

    /** Takes datagrams in, and returns what is told of them. */
    List<DroneTelemetry> hear(Source source, ByteBuffer... datagrams) {
        int before = told.size();
        for (ByteBuffer datagram : datagrams) {
            Datagram.read(datagram).frames().forEach(frame -> hear(source, frame));
        }
        return List.copyOf(told.subList(before, told.size()));
    }

    private void hear(Source source, Frame frame) {
        for (DroneTelemetry sample : autopilots.hear(frame, source, known, now)) {
            told.add(sample);
            Position place = sample.position() == null ? known.place() : sample.position();
            known = new DroneSnapshot(
                    "drone-1",
                    MISSION,
                    sample.battery(),
                    sample.flightStatus(),
                    sample.sequence(),
                    known.home(),
                    place,
                    sample.time(),
                    now);
        }
    }

    void pass(double seconds) {
        now = now.plusMillis(Math.round(seconds * 1e3));
    }

    /** The service is killed and started again: what is known is left, and nothing else. */
    void restart(Duration after) {
        now = now.plus(after);
        autopilots = new Autopilots(this);
    }

    DroneTelemetry last() {
        return told.getLast();
    }

    List<FlightStatus> statuses() {
        return told.stream().map(DroneTelemetry::flightStatus).toList();
    }

    List<SetAside.Reason> reasons() {
        return setAside.stream().map(SetAside::reason).toList();
    }

    @Override
    public void rejected(String droneId, SetAside what) {
        setAside.add(what);
    }

    @Override
    public void contradicting() {
        contradicting++;
    }
}
