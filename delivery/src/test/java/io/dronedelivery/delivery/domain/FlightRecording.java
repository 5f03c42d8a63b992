package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records the telemetry of a drone that flies step by step, one sample a second. */
public final class FlightRecording {
    private static final double CLIMB_METERS_PER_SECOND = 3;
    private static final double ALTITUDE_METERS = 30;
    private static final double HIGHEST_BATTERY = 100;

    private final List<DroneStream> samples = new ArrayList<>();
    private final boolean sensor;
    private @Nullable MissionReference mission = new MissionReference("d1", 1, false);
    private int attempt = 1;
    private long sequence = 1000;
    private Instant time = Given.NOW;
    private Position position;
    private double altitude;
    private FlightStatus status = FlightStatus.GROUNDED;
    private boolean loaded;

    public FlightRecording(Position start, boolean sensor) {
        this.position = start;
        this.sensor = sensor;
    }

    public FlightRecording staySeconds(int seconds) {
        for (int second = 0; second < seconds; second++) {
            sample(0);
        }
        return this;
    }

    public FlightRecording load(boolean nowLoaded) {
        loaded = nowLoaded;
        return this;
    }

    public FlightRecording takeOff() {
        status = FlightStatus.AIRBORNE;
        while (altitude < ALTITUDE_METERS) {
            altitude += CLIMB_METERS_PER_SECOND;
            sample(0.3);
        }
        return this;
    }

    public FlightRecording flyTo(Position target) {
        double meters = position.metersTo(target);
        Position start = position;
        int steps = (int) Math.ceil(meters / Given.CRUISE_SPEED);
        for (int step = 1; step <= steps; step++) {
            position = between(start, target, (double) step / steps);
            sample(Given.CRUISE_SPEED);
        }
        return this;
    }

    public FlightRecording land() {
        while (altitude > CLIMB_METERS_PER_SECOND) {
            altitude -= CLIMB_METERS_PER_SECOND;
            sample(0.3);
        }
        altitude = 0;
        status = FlightStatus.LANDED;
        return this;
    }

    /** A person carries the drone to the target, at walking speed. */
    public FlightRecording carryTo(Position target) {
        Position start = position;
        for (int step = 1; step <= 40; step++) {
            position = between(start, target, step / 40.0);
            sample(1.4);
        }
        return this;
    }

    public FlightRecording abort() {
        mission = new MissionReference("d1", attempt, true);
        return this;
    }

    public FlightRecording under(int another) {
        attempt = another;
        mission = new MissionReference("d1", another, false);
        return this;
    }

    public FlightRecording emergency() {
        status = FlightStatus.EMERGENCY;
        sample(3);
        status = FlightStatus.AIRBORNE;
        return this;
    }

    /** The drone sends nothing for a while, and is then somewhere else. */
    public FlightRecording reappearAfterSeconds(Position somewhere, int seconds) {
        time = time.plusSeconds(seconds);
        position = somewhere;
        return this;
    }

    /** The whole mission: to the pickup, load, to the drop-off, unload, home. */
    public FlightRecording mission(Position pickup, Position dropoff, Position home) {
        staySeconds(5);
        if (position.equals(pickup)) {
            load(true).staySeconds(5);
        } else {
            takeOff().flyTo(pickup).land().staySeconds(6).load(true).staySeconds(6);
        }
        return takeOff()
                .flyTo(dropoff)
                .land()
                .staySeconds(6)
                .load(false)
                .staySeconds(6)
                .takeOff()
                .flyTo(home)
                .land()
                .staySeconds(5);
    }

    public List<DroneStream> samples() {
        return List.copyOf(samples);
    }

    private void sample(double speed) {
        Payload shown = loaded ? Payload.LOADED : Payload.EMPTY;
        samples.add(new DroneTelemetry(
                Given.DRONE,
                sequence++,
                time,
                position.latitude(),
                position.longitude(),
                altitude,
                speed,
                0,
                HIGHEST_BATTERY,
                status,
                sensor ? shown : Payload.UNKNOWN,
                mission));
        time = time.plusSeconds(1);
    }

    private static Position between(Position start, Position end, double part) {
        return new Position(
                start.latitude() + part * (end.latitude() - start.latitude()),
                start.longitude() + part * (end.longitude() - start.longitude()));
    }
}
