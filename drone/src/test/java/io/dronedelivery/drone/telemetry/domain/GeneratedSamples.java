package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.drone.fleet.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Flights as drones really fly them: from where they stand, second by second. */
final class GeneratedSamples {
    private static final double EARTH_RADIUS_METERS = 6_371_008.8;
    private static final double METERS_PER_SECOND = 18;
    private static final double LEVEL_METERS = 60;

    private final List<DroneTelemetry> samples = new ArrayList<>();
    private Position place;
    private Instant time;
    private long sequence;
    private double battery = 90;

    GeneratedSamples(Position place, Instant time, long sequence) {
        this.place = place;
        this.time = time;
        this.sequence = sequence;
    }

    static GeneratedSamples at(Position place) {
        return new GeneratedSamples(place, Samples.NOW, 1);
    }

    /** Stands, flies somewhere and comes down there, as chance has it; a gap in the air, now and then. */
    static List<DroneTelemetry> anywhere(Position start, Instant time, long sequence, Random random) {
        GeneratedSamples flown =
                new GeneratedSamples(start, time, sequence).stand(3 + random.nextInt(5), FlightStatus.GROUNDED);
        double bearing = random.nextDouble(360);
        flown.fly(bearing, 20 + random.nextInt(60));
        if (random.nextBoolean()) {
            flown.unheard(bearing, 5 + random.nextInt(100));
        }
        return flown.fly(bearing, 5 + random.nextInt(20))
                .stand(5, FlightStatus.LANDED)
                .samples();
    }

    GeneratedSamples stand(int seconds, FlightStatus status) {
        for (int second = 0; second < seconds; second++) {
            sample(0, 0, status);
        }
        return this;
    }

    GeneratedSamples fly(double bearing, int seconds) {
        for (int second = 0; second < seconds; second++) {
            place = moved(place, bearing, METERS_PER_SECOND);
            battery -= 0.1;
            sample(LEVEL_METERS, METERS_PER_SECOND, FlightStatus.AIRBORNE);
        }
        return this;
    }

    /** Flies on without a word. */
    private void unheard(double bearing, int seconds) {
        place = moved(place, bearing, METERS_PER_SECOND * seconds);
        time = time.plusSeconds(seconds);
    }

    /** Is switched off, and on again somewhere else. */
    GeneratedSamples carriedTo(Position other, int seconds) {
        place = other;
        time = time.plusSeconds(seconds);
        return this;
    }

    private void sample(double altitude, double speed, FlightStatus status) {
        samples.add(new DroneTelemetry(
                TelemetryUnderTest.DRONE,
                sequence++,
                time,
                place.latitude(),
                place.longitude(),
                altitude,
                speed,
                0,
                battery,
                status,
                Payload.UNKNOWN,
                null));
        time = time.plusSeconds(1);
    }

    List<DroneTelemetry> samples() {
        return List.copyOf(samples);
    }

    /** Along a great circle, over a pole and the date line as well. */
    static Position moved(Position from, double bearing, double meters) {
        double north = Math.toRadians(from.latitude());
        double arc = meters / EARTH_RADIUS_METERS;
        double course = Math.toRadians(bearing);
        double latitude =
                Math.asin(Math.sin(north) * Math.cos(arc) + Math.cos(north) * Math.sin(arc) * Math.cos(course));
        double east = Math.atan2(
                Math.sin(course) * Math.sin(arc) * Math.cos(north),
                Math.cos(arc) - Math.sin(north) * Math.sin(latitude));
        double longitude = Math.IEEEremainder(from.longitude() + Math.toDegrees(east), 360);
        return new Position(Math.clamp(Math.toDegrees(latitude), -90, 90), Math.clamp(longitude, -180, 180));
    }
}
