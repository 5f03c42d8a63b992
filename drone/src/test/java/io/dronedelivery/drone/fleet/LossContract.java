package io.dronedelivery.drone.fleet;

import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.request;
import static io.dronedelivery.drone.fleet.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of drones that are declared lost, and of what they flew. */
public abstract class LossContract extends RecallContract {
    private static final WrittenOff LOST = new WrittenOff("Ada", NOW, "fell into the lake");

    @Test
    void aDroneThatWasWrittenOffIsNeverReservedAndHasStopped() {
        flies("lost");
        recall(1);
        stands("other", FAR, 100);

        assertThat(await(registry().writeOff("lost", LOST))).isTrue();
        assertThat(await(registry().writeOff("lost", new WrittenOff("Bob", NOW.plusSeconds(9), "too"))))
                .isTrue();
        assertThat(await(registry().writeOff("unheard-of", LOST))).isFalse();

        assertThat(drone("lost").writtenOff()).isEqualTo(LOST);
        assertThat(drone("lost").availability(NOW)).isEqualTo(Availability.WRITTEN_OFF);
        assertThat(tell(stopped("lost"))).map(FlightStopped::because).contains(Because.WRITTEN_OFF);
        release("d1", 1);
        see(standing("lost", 5, NEAR, 100), Duration.ZERO);
        assertThat(granted(reserve("d2", 1, request())).droneId()).isEqualTo("other");
    }

    @Test
    void aWrittenOffDroneHasStoppedEvenIfItIsRegisteredAgainBeforeThatIsPublished() {
        flies("lost");
        await(registry().writeOff("lost", LOST));
        register("lost", Samples.AIRFRAME);
        see(standing("lost", 5, NEAR, 100), Duration.ZERO);

        assertThat(drone("lost").order().flight()).isNull();
        assertThat(tell(stopped("lost"))).map(FlightStopped::because).contains(Because.WRITTEN_OFF);
        assertThat(drone("lost").order().flight()).as("it goes home").isNull();
    }

    @Test
    void afterADroneIsLostNoOtherIsSentNeitherBeforeItsStopIsPublishedNorAfter() {
        flies("lost");
        stands("next", FAR, 100);
        await(registry().writeOff("lost", LOST));
        assertThat(granted(reserve("d1", 2, request())).droneId()).isEqualTo("next");
        apply(new MissionCommand.Confirm("d1", 2));

        assertThat(drone("next").order().flight()).as("before").isNull();
        assertThat(tell(stopped("lost"))).isPresent();
        assertThat(drone("next").order().flight()).as("after").isNull();
        assertThat(drone("next").missions().withdrawn()).hasSize(1);
    }

    @Test
    void theStopOfAWrittenOffDroneIsPublishedOfAnOvertakenMissionToo() {
        flies("lost");
        apply(new MissionCommand.Overtake("d1", 2));
        await(registry().writeOff("lost", LOST));

        assertThat(tell(stopped("lost"))).map(FlightStopped::because).contains(Because.WRITTEN_OFF);
        recall(1);
        assertThat(drone("lost").missions().withdrawn()).as("told once").isEmpty();
    }

    @Test
    void aDroneThatIsRegisteredAgainIsBack() {
        stands("lost", NEAR, 100);
        await(registry().writeOff("lost", LOST));
        assertThat(refusal(reserve("d1", 1, request()))).isEqualTo(Refusal.NO_DRONE_IN_TIME);

        register("lost", Samples.AIRFRAME);

        assertThat(drone("lost").writtenOff()).isNull();
        assertThat(granted(reserve("d2", 1, request())).droneId()).isEqualTo("lost");
    }
}
