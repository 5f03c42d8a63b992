package io.dronedelivery.drone.fleet;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.registry.domain.Registry;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.telemetry.domain.TelemetryStore;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A fleet in any state around one city, and requests, out of one seed. */
public final class RandomFleet {
    private static final int DRONES = 12;
    private static final int BASES = 3;

    private final Random random;

    public RandomFleet(long seed) {
        this.random = new Random(seed);
    }

    /** Fills a fleet: the same seed fills any fleet the same. */
    public void fill(Registry registry, TelemetryStore telemetryStore) {
        for (int base = 0; base < BASES; base++) {
            FleetSetting.await(registry.keep("b" + base, new Base("Base " + base, place())));
        }
        for (int drone = 0; drone < DRONES; drone++) {
            String droneId = "drone-" + drone;
            Airframe airframe = new Airframe(
                    "any", 500 + random.nextInt(3_000), 4_000 + random.nextInt(16_000), 8 + random.nextInt(12));
            Registration registration = Registration.overHttp("b" + random.nextInt(BASES), airframe);
            FleetSetting.await(registry.register(droneId, registration, Samples.NOW));
            if (random.nextInt(5) > 0) {
                FleetSetting.await(telemetryStore.store(List.of(lastReport(droneId))));
            }
        }
    }

    private LastReport lastReport(String droneId) {
        FlightStatus status = random.nextInt(4) > 0 ? FlightStatus.LANDED : any(FlightStatus.values());
        Payload payload = random.nextInt(4) > 0 ? Payload.EMPTY : any(Payload.values());
        return Samples.lastReport(
                Samples.sample(droneId, 1, place(), random.nextDouble(100), status, payload),
                Samples.NOW.minus(Duration.ofSeconds(random.nextInt(700))));
    }

    /** Any request; many of them can be flown. */
    public ReservationRequest request() {
        return new ReservationRequest(
                place(),
                place(),
                1 + random.nextInt(2_500),
                Samples.NOW.plusSeconds(random.nextInt(600)),
                Samples.NOW.plusSeconds(300 + random.nextInt(3_000)));
    }

    private Position place() {
        return new Position(47.35 + random.nextDouble(0.06), 8.50 + random.nextDouble(0.08));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
