package io.dronedelivery.drone.fleet;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.report.domain.RejectedReportLog;
import io.dronedelivery.testing.Orders;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A small fleet and its telemetry, to test with. */
public final class Samples {
    /** 10 km on a full battery with up to 2 kg, at 15 m/s. */
    public static final Airframe AIRFRAME = new Airframe("swift", 2_000, 10_000, 15);

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Base BASE = new Base("Main station", new Position(47.3782, 8.5402));

    private Samples() {}

    public static Registration registration(String baseId) {
        return Registration.overHttp(baseId, AIRFRAME);
    }

    /** 900 g over 2.5 km, now, within an hour. */
    public static ReservationRequest request() {
        return request(900);
    }

    public static ReservationRequest request(int weightGrams) {
        return new ReservationRequest(Orders.PICKUP, Orders.DROPOFF, weightGrams, NOW, NOW.plus(Duration.ofHours(1)));
    }

    /** Standing there. */
    public static DroneTelemetry standing(String droneId, long sequence, Position place, double battery) {
        return sample(droneId, sequence, place, battery, FlightStatus.LANDED, Payload.EMPTY);
    }

    public static DroneTelemetry sample(
            String droneId, long sequence, Position place, double battery, FlightStatus status, Payload payload) {
        return new DroneTelemetry(
                droneId,
                sequence,
                NOW.plusSeconds(sequence),
                place.latitude(),
                place.longitude(),
                status == FlightStatus.AIRBORNE ? 60 : 0,
                status == FlightStatus.AIRBORNE ? 15 : 0,
                0,
                battery,
                status,
                payload,
                null);
    }

    /** The same drone, flying that. */
    public static DroneTelemetry flying(DroneTelemetry sample, @Nullable MissionReference mission) {
        return new DroneTelemetry(
                sample.droneId(),
                sample.sequence(),
                sample.time(),
                sample.latitude(),
                sample.longitude(),
                sample.altitude(),
                sample.groundSpeed(),
                sample.heading(),
                sample.battery(),
                sample.flightStatus(),
                sample.payload(),
                mission);
    }

    /** The same drone, with that in its battery. */
    public static DroneTelemetry charged(DroneTelemetry sample, @Nullable Double battery) {
        return told(sample, sample.sequence(), sample.time(), battery);
    }

    public static DroneTelemetry told(DroneTelemetry sample, long sequence, Instant time, @Nullable Double battery) {
        return new DroneTelemetry(
                sample.droneId(),
                sequence,
                time,
                sample.latitude(),
                sample.longitude(),
                sample.altitude(),
                sample.groundSpeed(),
                sample.heading(),
                battery,
                sample.flightStatus(),
                sample.payload(),
                sample.mission());
    }

    /** A log of what was set aside that nobody reads. */
    public static RejectedReportLog setAside() {
        return new RejectedReportLog(new InMemoryRejectedReports(), _ -> {});
    }

    /** The report that such a sample makes, taken in at that time. */
    public static LastReport lastReport(DroneTelemetry sample, Instant seenAt) {
        return LastReport.of(sample, null, seenAt);
    }
}
