package io.dronedelivery.delivery.domain.tracking;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.ARRIVING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.COMPLETED;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_DROPOFF;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_PICKUP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.PICKED_UP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;
import static io.dronedelivery.delivery.domain.Given.VERSION_WHEN_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.delivery.domain.Distortion;
import io.dronedelivery.delivery.domain.FlightRecording;
import io.dronedelivery.delivery.domain.Given;
import io.dronedelivery.delivery.domain.ReplayedStream;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a drone's stream is distorted, the final status is right; many flights, each from its own seed. */
class FlightPropertyTest {
    private static final int SEEDS = 150;

    @ParameterizedTest
    @EnumSource
    void aFlownMissionIsCompletedWithEveryStageOnceAndInOrder(Distortion distortion) {
        seeds(random -> {
            Mission mission = Mission.any(random);
            List<DroneStream> stream = distortion.of(mission.flown(), random);
            ReplayedStream replayed =
                    ReplayedStream.of(mission.scheduled(), stream).inOrder(VERSION_WHEN_SCHEDULED);
            assertThat(replayed.statuses())
                    .containsExactly(HEADED_TO_PICKUP, PICKED_UP, HEADED_TO_DROPOFF, ARRIVING, COMPLETED);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aReplayChangesNothing(Distortion distortion) {
        seeds(random -> {
            Mission mission = Mission.any(random);
            List<DroneStream> stream = distortion.of(mission.flown(), random);
            ReplayedStream once = ReplayedStream.of(mission.scheduled(), stream);
            assertThat(ReplayedStream.of(once.delivery(), stream).events()).isEmpty();
            List<DroneStream> part = stream.subList(0, stream.size() / 2);
            ReplayedStream half = ReplayedStream.of(mission.scheduled(), part);
            assertThat(ReplayedStream.of(half.delivery(), part).events()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aMissionGivenUpAfterThePickupIsRecovering(Distortion distortion) {
        endsWith(distortion, RECOVERING, mission -> mission.drone()
                .staySeconds(5)
                .takeOff()
                .flyTo(mission.pickup())
                .land()
                .staySeconds(6)
                .load(true)
                .staySeconds(6)
                .takeOff()
                .abort()
                .flyTo(mission.base())
                .land()
                .staySeconds(8));
    }

    @ParameterizedTest
    @EnumSource
    void aDroneThatPassesTheDropoffWithoutTheParcelCompletesNothing(Distortion distortion) {
        endsWith(distortion, HEADED_TO_PICKUP, mission -> mission.drone()
                .staySeconds(5)
                .takeOff()
                .flyTo(mission.dropoff())
                .flyTo(mission.base()));
    }

    @ParameterizedTest
    @EnumSource
    void aDroneThatIsCarriedByHandHasNotFlown(Distortion distortion) {
        endsWith(distortion, SCHEDULED, mission -> mission.drone()
                .staySeconds(5)
                .carryTo(mission.pickup())
                .staySeconds(5)
                .carryTo(mission.dropoff())
                .staySeconds(5));
    }

    @ParameterizedTest
    @EnumSource
    void aDroneThatIsHeardOfAgainMayStillComplete(Distortion distortion) {
        seeds(random -> {
            Mission mission = Mission.any(random);
            List<DroneStream> stream = new ArrayList<>(distortion.of(mission.flown(), random));
            DroneStream some = stream.get(random.nextInt(stream.size()));
            stream.add(
                    random.nextInt(stream.size()),
                    new LinkLost(some.droneId(), some.sequence(), some.time(), some.mission()));
            assertThat(ReplayedStream.of(mission.scheduled(), stream).delivery().status())
                    .isEqualTo(COMPLETED);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anEmergencyOnTheWayToThePickupIsRecovering(Distortion distortion) {
        if (distortion == Distortion.GAPPED || distortion == Distortion.EVERYTHING) {
            return; // the only sample that shows the emergency may be lost
        }
        endsWith(
                distortion,
                RECOVERING,
                mission -> mission.drone().staySeconds(5).takeOff().emergency().flyTo(mission.pickup()));
    }

    private static void endsWith(
            Distortion distortion, DeliveryStatus status, Function<Mission, FlightRecording> flight) {
        seeds(random -> {
            Mission mission = Mission.fromAfar(random);
            List<DroneStream> stream = distortion.of(flight.apply(mission).samples(), random);
            assertThat(ReplayedStream.of(mission.scheduled(), stream)
                            .inOrder(VERSION_WHEN_SCHEDULED)
                            .delivery()
                            .status())
                    .isEqualTo(status);
        });
    }

    private static void seeds(Consumer<Random> property) {
        LongStream.range(0, SEEDS).forEach(seed -> {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        });
    }

    /** A mission at random places, of a drone with or without a payload sensor. */
    private record Mission(Position base, Position pickup, Position dropoff, boolean sensor) {

        /** Some start at the pickup; some bases are beside the drop-off or beyond it, so that the way home leads past it. */
        static Mission any(Random random) {
            Mission mission = fromAfar(random);
            Position pickup = mission.pickup();
            Position dropoff = mission.dropoff();
            Position base =
                    switch (random.nextInt(4)) {
                        case 0 -> pickup;
                        case 1 -> near(dropoff, random, 0.0015);
                        case 2 ->
                            new Position(
                                    2 * dropoff.latitude() - pickup.latitude(),
                                    2 * dropoff.longitude() - pickup.longitude());
                        default -> mission.base();
                    };
            return new Mission(base, pickup, dropoff, mission.sensor());
        }

        static Mission fromAfar(Random random) {
            Position pickup = near(Given.PICKUP, random, 0.01);
            double reach = random.nextBoolean() ? 0.02 : 0.002;
            Position dropoff = apart(pickup, random, reach);
            Position base = apart(pickup, random, 0.01);
            while (base.metersTo(dropoff) < 100) {
                base = apart(pickup, random, 0.01);
            }
            return new Mission(base, pickup, dropoff, random.nextBoolean());
        }

        private static Position apart(Position from, Random random, double degrees) {
            Position found = near(from, random, degrees);
            while (found.metersTo(from) < 80) {
                found = near(from, random, degrees);
            }
            return found;
        }

        private static Position near(Position from, Random random, double degrees) {
            return new Position(
                    from.latitude() + (2 * random.nextDouble() - 1) * degrees,
                    from.longitude() + (2 * random.nextDouble() - 1) * degrees);
        }

        Delivery scheduled() {
            return Given.scheduled(Given.order(pickup, dropoff, Confirmation.NONE));
        }

        FlightRecording drone() {
            return new FlightRecording(base, sensor);
        }

        List<DroneStream> flown() {
            return drone().mission(pickup, dropoff, base).samples();
        }
    }
}
