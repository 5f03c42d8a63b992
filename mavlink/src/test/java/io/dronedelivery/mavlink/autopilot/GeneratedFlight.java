package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.mavlink.frame.Frames;
import io.dronedelivery.mavlink.log.FlightLog;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;

/**
 * A flight log made up: sorties from A to B, each after some time on the ground, the drone carried back between them.
 * The altitude drifts, a ground station talks in between, and before the first sortie there is no satellite fix.
 */
public final class GeneratedFlight {
    public static final int SYSTEM = 42;
    public static final Instant START = Instant.parse("2020-01-02T03:04:05Z");

    private static final long BOOT_MILLIS = 60_000;
    private static final double FROM = 47.3769;
    private static final double TO = 47.3779;
    private static final double LONGITUDE = 8.5417;
    private static final double CRUISE_ALTITUDE = 20;
    private static final int CLIMB_SECONDS = 8;
    private static final int FLIGHT_SECONDS = 70;

    private final Frames drone = new Frames(SYSTEM);
    private final Frames groundStation = new Frames(255);
    private final ByteBuffer log = ByteBuffer.allocate(1 << 18);
    private final Random random;
    private long second;

    private GeneratedFlight(long seed) {
        this.random = new Random(seed);
    }

    /** The log. */
    public static FlightLog log(int sorties, long seed) {
        return FlightLog.read(of(sorties, seed));
    }

    /** The log's bytes. */
    public static ByteBuffer of(int sorties, long seed) {
        GeneratedFlight flight = new GeneratedFlight(seed);
        flight.stand(10, 0, 0);
        for (int sortie = 0; sortie < sorties; sortie++) {
            flight.stand(20 + flight.random.nextInt(20), FROM, LONGITUDE);
            flight.fly();
            flight.stand(5, TO, LONGITUDE);
            flight.carryBack();
        }
        return flight.log.flip().slice();
    }

    private void stand(int seconds, double latitude, double longitude) {
        double drift = random.nextDouble(-4, 4);
        for (int i = 0; i < seconds; i++) {
            tell(false, latitude, longitude, drift);
        }
    }

    private void fly() {
        for (int i = 0; i <= FLIGHT_SECONDS; i++) {
            double climbed = Math.min(1, Math.min(i - 3, FLIGHT_SECONDS - 6 - i) / (double) CLIMB_SECONDS);
            double way = Math.clamp((i - 10) / 40.0, 0, 1);
            tell(true, FROM + way * (TO - FROM), LONGITUDE, Math.max(0, climbed * CRUISE_ALTITUDE));
        }
    }

    private void carryBack() {
        for (int i = 0; i <= 10; i++) {
            tell(false, TO + i / 10.0 * (FROM - TO), LONGITUDE, 2.5);
        }
    }

    private void tell(boolean armed, double latitude, double longitude, double altitude) {
        long bootMillis = BOOT_MILLIS + second * 1000;
        put(groundStation.heartbeat(Frames.GROUND_STATION, false, Frames.ACTIVE));
        put(drone.heartbeat(armed));
        put(drone.battery(-1));
        put(drone.position(bootMillis, latitude, longitude, altitude + random.nextDouble(-0.2, 0.2)));
        second++;
    }

    private void put(ByteBuffer frame) {
        long lateMicros = random.nextInt(200_000);
        log.putLong((START.toEpochMilli() + second * 1000) * 1000 + lateMicros).put(frame);
    }
}
