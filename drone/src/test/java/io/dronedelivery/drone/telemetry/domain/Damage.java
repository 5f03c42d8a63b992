package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.SetAside.Reason;
import io.dronedelivery.drone.fleet.Samples;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;

/** What may become of a sample on its way, or be sent in a drone's name, each field within its bounds. */
enum Damage {
    FAR_AWAY(Reason.PLACE) {
        @Override
        DroneTelemetry of(DroneTelemetry good, Random random) {
            return at(
                    good,
                    GeneratedSamples.moved(place(good), random.nextDouble(360), 20_000 + random.nextInt(10_000_000)));
        }
    },
    NEAR_ZERO_BEFORE_THE_FIX(Reason.PLACE) {
        @Override
        DroneTelemetry of(DroneTelemetry good, Random random) {
            Position there = new Position(random.nextDouble(0.0001), random.nextDouble(0.0001));
            return at(good, place(good).metersTo(there) > 30_000 ? there : new Position(0.00004, 170));
        }
    },
    TOO_HIGH(Reason.HEIGHT) {
        @Override
        DroneTelemetry of(DroneTelemetry good, Random random) {
            return moving(good, 12_000 + random.nextInt(8_000), good.groundSpeed(), good.flightStatus());
        }
    },
    TOO_FAST(Reason.SPEED) {
        @Override
        DroneTelemetry of(DroneTelemetry good, Random random) {
            return moving(good, good.altitude(), 51 + random.nextInt(449), good.flightStatus());
        }
    },
    LANDED_AT_FULL_SPEED(Reason.SPEED) {
        @Override
        DroneTelemetry of(DroneTelemetry good, Random random) {
            return moving(good, good.altitude(), 6 + random.nextInt(40), FlightStatus.LANDED);
        }
    },
    WILD_SEQUENCE(Reason.SEQUENCE) {
        @Override
        DroneTelemetry of(DroneTelemetry good, Random random) {
            long most = 1L << (38 + random.nextInt(24));
            return numbered(good, most + random.nextInt(1_000), good.time());
        }
    },
    BEHIND_WITH_A_LATER_TIME(Reason.SEQUENCE) {
        @Override
        DroneTelemetry of(DroneTelemetry good, Random random) {
            return numbered(good, 0, good.time().plusSeconds(1 + random.nextInt(100)));
        }
    };

    final Reason reason;

    Damage(Reason reason) {
        this.reason = reason;
    }

    abstract DroneTelemetry of(DroneTelemetry good, Random random);

    static Position place(DroneTelemetry sample) {
        return Objects.requireNonNull(sample.position());
    }

    static DroneTelemetry at(DroneTelemetry good, Position there) {
        return new DroneTelemetry(
                good.droneId(),
                good.sequence(),
                good.time(),
                there.latitude(),
                there.longitude(),
                good.altitude(),
                good.groundSpeed(),
                good.heading(),
                good.battery(),
                good.flightStatus(),
                good.payload(),
                good.mission());
    }

    static DroneTelemetry moving(DroneTelemetry good, double altitude, double speed, FlightStatus status) {
        return new DroneTelemetry(
                good.droneId(),
                good.sequence(),
                good.time(),
                good.latitude(),
                good.longitude(),
                altitude,
                speed,
                good.heading(),
                good.battery(),
                status,
                good.payload(),
                good.mission());
    }

    static DroneTelemetry numbered(DroneTelemetry good, long sequence, Instant time) {
        return Samples.told(good, sequence, time, good.battery());
    }
}
