package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.fleet.FleetSetting;
import io.dronedelivery.drone.fleet.InMemoryFleet;
import io.dronedelivery.drone.fleet.InMemoryRejectedReports;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.report.domain.RejectedReportLog;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Telemetry with one drone registered, and a clock that is set by hand. */
final class TelemetryUnderTest {
    static final String DRONE = "drone-1";

    final List<DroneTelemetry> published = new ArrayList<>();
    Instant now = Samples.NOW;
    private final InMemoryFleet fleet = new InMemoryFleet(_ -> {});
    private final InMemoryRejectedReports setAside = new InMemoryRejectedReports();
    private Telemetry telemetry = telemetry();

    TelemetryUnderTest(Position base) {
        base(base);
    }

    private Telemetry telemetry() {
        return new Telemetry(
                new KnownFleet(), fleet, fleet, this::publish, new RejectedReportLog(setAside, _ -> {}), () -> now);
    }

    private Uni<Void> publish(List<DroneTelemetry> samples) {
        published.addAll(samples);
        return Uni.createFrom().voidItem();
    }

    /** Registers the drone at a base there. */
    void base(Position base) {
        FleetSetting.await(fleet.keep("b1", new Base("Base", base)));
        FleetSetting.await(fleet.register(DRONE, Samples.registration("b1"), now));
        FleetSetting.await(telemetry.refresh());
    }

    /** The process dies, and another goes on with what was kept. */
    void restart() {
        telemetry = telemetry();
        FleetSetting.await(telemetry.refresh());
    }

    TelemetryAnswer hear(DroneTelemetry... samples) {
        return hear(List.of(samples));
    }

    TelemetryAnswer hear(List<DroneTelemetry> batch) {
        return FleetSetting.await(telemetry.take(new TelemetryBatch(batch, false)));
    }

    /** One after the other, as fast as their own clock goes, times the speed. */
    void play(List<DroneTelemetry> samples, double speed) {
        Instant before = samples.getFirst().time();
        for (DroneTelemetry sample : samples) {
            long millis = Math.max(0, Duration.between(before, sample.time()).toMillis());
            now = now.plusMillis(Math.round(millis / speed));
            before = sample.time();
            hear(sample);
        }
    }

    void play(List<DroneTelemetry> samples) {
        play(samples, 1);
    }

    DroneState drone() {
        FleetSetting.await(telemetry.save());
        return FleetSetting.await(fleet.drone(DRONE)).orElseThrow();
    }

    SetAside.Summary setAside() {
        FleetSetting.await(telemetry.save());
        return FleetSetting.await(setAside.of(DRONE));
    }
}
