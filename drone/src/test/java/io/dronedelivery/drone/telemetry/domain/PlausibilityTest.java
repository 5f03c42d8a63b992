package io.dronedelivery.drone.telemetry.domain;

import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.charged;
import static io.dronedelivery.drone.telemetry.domain.Damage.at;
import static io.dronedelivery.drone.telemetry.domain.Damage.moving;
import static io.dronedelivery.drone.telemetry.domain.Damage.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.RefusedSample;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.contracts.drone.SetAside.Reason;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.report.domain.RejectedReports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibilityTest {
    private static final Position BASE = new Position(47, 8);
    private static final Position ELSEWHERE = new Position(-33.45, -70.66);
    private static final int YEAR_DAYS = 365;

    private final TelemetryUnderTest hearing = new TelemetryUnderTest(BASE);

    @Test
    void aPlaceBeforeTheFixIsNone() {
        Position beforeTheFix = new Position(0.0000353, -0.0000129);
        DroneTelemetry standing = GeneratedSamples.at(BASE)
                .stand(1, FlightStatus.GROUNDED)
                .samples()
                .getFirst();

        RefusedSample refused =
                hearing.hear(at(standing, beforeTheFix)).refused().getFirst();

        assertThat(refused.reason()).startsWith("/latitude, /longitude: ").contains("but at most");
        assertThat(hearing.published).isEmpty();
        assertThat(hearing.drone().lastReport()).isNull();
        assertThat(hearing.setAside().latest())
                .containsExactly(new SetAside(Reason.PLACE, refused.reason(), hearing.now, at(standing, beforeTheFix)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 62, 1_000_000_000_000_000_000L, 1_000_000_000_000L})
    void afterOneWildSequenceTheDroneIsStillHeard(long wild) {
        List<DroneTelemetry> flight = GeneratedSamples.at(BASE).fly(0, 30).samples();
        hearing.play(flight.subList(0, 10));
        hearing.hear(numbered(flight.get(10), wild, flight.get(10).time()));
        hearing.play(flight.subList(10, 30));

        assertThat(hearing.published).isEqualTo(flight);
        assertThat(hearing.setAside().counts()).containsOnlyKeys(Reason.SEQUENCE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 62, 1_000_000_000_000L})
    void afterAFirstSampleWithAWildSequenceTheDroneIsStillHeard(long wild) {
        List<DroneTelemetry> flight = GeneratedSamples.at(BASE).fly(0, 30).samples();
        hearing.hear(numbered(flight.getFirst(), wild, flight.getFirst().time()));
        hearing.play(flight.subList(1, 30));

        assertThat(hearing.published).hasSize(30);
        assertThat(hearing.published)
                .extracting(DroneTelemetry::sequence)
                .containsExactlyElementsOf(
                        LongStream.range(wild, wild + 30).boxed().toList());
        assertThat(hearing.published.getLast().position())
                .isEqualTo(flight.getLast().position());
    }

    @Test
    void aSampleThatIsTooFastIsNotPublishedWithTheUnconfirmedOnes() {
        List<DroneTelemetry> standing =
                GeneratedSamples.at(BASE).stand(120, FlightStatus.GROUNDED).samples();
        hearing.hear(numbered(standing.getFirst(), 1L << 50, standing.getFirst().time()));
        hearing.play(standing.subList(1, 20));
        DroneTelemetry misplaced = at(standing.get(20), ELSEWHERE);
        DroneTelemetry tooHigh = moving(standing.get(21), 20_000, 0, FlightStatus.GROUNDED);

        hearing.play(List.of(misplaced, tooHigh));
        hearing.play(standing.subList(22, 120));

        assertThat(hearing.published).hasSizeGreaterThan(60).allSatisfy(sample -> {
            assertThat(sample.position()).isEqualTo(BASE);
            assertThat(sample.altitude()).isZero();
        });
    }

    @Test
    void aDroneThatLostCountAndTimeIsAcceptedAgainOnceItsLastReportIsTooOld() {
        hearing.play(new GeneratedSamples(BASE, NOW, 5_000)
                .stand(10, FlightStatus.GROUNDED)
                .samples());
        hearing.published.clear();
        hearing.now = hearing.now.plus(DroneState.HEARD_WITHIN).plusSeconds(1);

        List<DroneTelemetry> anew = new GeneratedSamples(BASE, Instant.EPOCH, 1)
                .stand(70, FlightStatus.GROUNDED)
                .samples();
        hearing.play(anew);

        assertThat(hearing.published)
                .extracting(DroneTelemetry::time)
                .containsExactlyElementsOf(
                        anew.stream().map(DroneTelemetry::time).toList());
        assertThat(hearing.published)
                .extracting(DroneTelemetry::sequence)
                .containsExactlyElementsOf(
                        LongStream.range(5_010, 5_080).boxed().toList());
    }

    @Test
    void aTimeTooFarAheadIsReplacedByThatOfReceipt() {
        DroneTelemetry sample = GeneratedSamples.at(BASE)
                .stand(1, FlightStatus.GROUNDED)
                .samples()
                .getFirst();

        assertThat(hearing.hear(numbered(sample, 1, NOW.plus(Duration.ofDays(7_168))))
                        .refused())
                .isEmpty();

        assertThat(hearing.published).containsExactly(numbered(sample, 1, NOW));
        assertThat(hearing.setAside().counts()).containsOnlyKeys(Reason.TIME_AHEAD);
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void ourOwnClockMayBeTenMinutesOff(int minutes) {
        List<DroneTelemetry> flight = GeneratedSamples.at(BASE).fly(0, 100).samples();
        hearing.play(flight.subList(0, 50));
        hearing.now = hearing.now.plus(Duration.ofMinutes(minutes));
        hearing.restart();
        hearing.play(flight.subList(50, 100));

        assertThat(hearing.published).isEqualTo(flight);
        assertThat(hearing.setAside().counts()).isEmpty();
    }

    @Test
    void anUnknownBatteryIsTheLastKnownOneAndOneNeverKnownIsNotFull() {
        List<DroneTelemetry> standing =
                GeneratedSamples.at(BASE).stand(10, FlightStatus.GROUNDED).samples();
        assertThat(hearing.drone().availability(hearing.now))
                .as("just registered")
                .isEqualTo(Availability.FREE);

        hearing.play(List.of(charged(standing.get(0), null)));
        assertThat(hearing.drone().availability(hearing.now)).isEqualTo(Availability.RETURNING);
        hearing.play(List.of(charged(standing.get(1), 12.0), charged(standing.get(2), null)));

        assertThat(hearing.drone().battery()).isEqualTo(12);
        assertThat(hearing.drone().availability(hearing.now)).isEqualTo(Availability.RETURNING);
        assertThat(hearing.published.getLast().battery()).isNull();
    }

    @Test
    void aBatteryThatIsSuddenlyFullIsAcceptedWhenItMayHaveBeenChanged() {
        List<DroneTelemetry> standing =
                GeneratedSamples.at(BASE).stand(60, FlightStatus.GROUNDED).samples();
        hearing.play(List.of(charged(standing.get(0), 12.0), charged(standing.get(1), 100.0)));

        assertThat(hearing.drone().battery()).isEqualTo(12);
        assertThat(hearing.setAside().counts()).containsOnlyKeys(Reason.BATTERY);
        assertThat(hearing.published.getLast()).isEqualTo(charged(standing.get(1), null));

        hearing.play(standing.subList(1, 60).stream()
                .map(sample -> charged(sample, 100.0))
                .toList());
        assertThat(hearing.drone().battery()).isEqualTo(100);
    }

    @Test
    void aDroneThatWasCarriedElsewhereIsAcceptedThereAndAtOnceBackAtItsBase() {
        hearing.play(GeneratedSamples.at(BASE).stand(3, FlightStatus.LANDED).samples());
        hearing.play(new GeneratedSamples(ELSEWHERE, NOW.plusSeconds(600), 100)
                .stand(61, FlightStatus.GROUNDED)
                .samples());
        assertThat(hearing.drone().stand()).isEqualTo(ELSEWHERE);

        hearing.hear(new GeneratedSamples(BASE, NOW.plusSeconds(662), 200)
                .stand(1, FlightStatus.GROUNDED)
                .samples()
                .getFirst());
        assertThat(hearing.drone().stand()).isEqualTo(BASE);
    }

    @Test
    void aDroneThatNowAndThenTellsNoPlaceIsAcceptedAfterAll() {
        hearing.play(GeneratedSamples.at(BASE).stand(3, FlightStatus.LANDED).samples());
        hearing.play(new GeneratedSamples(ELSEWHERE, NOW.plusSeconds(600), 100)
                .stand(70, FlightStatus.GROUNDED).samples().stream()
                        .map(sample -> sample.sequence() % 3 == 0 ? placeless(sample) : sample)
                        .toList());

        assertThat(hearing.drone().stand()).isEqualTo(ELSEWHERE);
    }

    private static DroneTelemetry placeless(DroneTelemetry sample) {
        return at(sample, new Position(0, 0));
    }

    @Test
    void oneSampleAtItsBaseDoesNotLandADroneInFlight() {
        List<DroneTelemetry> flight = GeneratedSamples.at(BASE).fly(0, 300).samples();
        hearing.play(flight);
        DroneTelemetry blip = Damage.moving(flight.getLast(), 0, 0, FlightStatus.LANDED);
        hearing.hear(at(numbered(blip, 301, blip.time().plusSeconds(1)), BASE));

        assertThat(hearing.published).isEqualTo(flight);
    }

    @Test
    void whatIsKnownOfADroneOutlivesTheProcess() {
        List<DroneTelemetry> standing =
                GeneratedSamples.at(BASE).stand(3, FlightStatus.GROUNDED).samples();
        hearing.play(List.of(charged(standing.getFirst(), 12.0)));
        hearing.restart();
        hearing.hear(at(standing.get(1), ELSEWHERE));
        hearing.restart();
        hearing.hear(charged(standing.get(2), 100.0));

        assertThat(hearing.published)
                .containsExactly(charged(standing.getFirst(), 12.0), charged(standing.get(2), null));
        assertThat(hearing.setAside().counts()).containsOnlyKeys(Reason.PLACE, Reason.BATTERY);
    }

    /** A recording that is replayed at speed 60, twice, and then one of another place, where the base is by then. */
    @Test
    void everySampleOfARecordingOfYearsAgoIsAccepted() {
        Instant yearsAgo = NOW.minus(Duration.ofDays(9 * YEAR_DAYS));
        Instant longAgo = NOW.minus(Duration.ofDays(12 * YEAR_DAYS));
        hearing.play(flight(BASE, yearsAgo, 1).samples(), 60);
        hearing.play(flight(BASE, yearsAgo, 1_000).samples(), 60);
        hearing.base(ELSEWHERE);
        hearing.play(flight(ELSEWHERE, longAgo, 2_000).samples(), 60);

        assertThat(hearing.published).hasSize(3 * flight(BASE, NOW, 1).samples().size());
        assertThat(hearing.setAside().counts()).isEmpty();
    }

    private static GeneratedSamples flight(Position from, Instant time, long sequence) {
        return new GeneratedSamples(from, time, sequence)
                .stand(10, FlightStatus.GROUNDED)
                .fly(0, 60)
                .stand(10, FlightStatus.LANDED);
    }

    @Test
    void everySampleOfABacklogThatComesAtOnceAfterALongGapIsAccepted() {
        List<DroneTelemetry> flight = GeneratedSamples.at(BASE).fly(0, 600).samples();
        hearing.play(flight.subList(0, 10));
        hearing.now = hearing.now.plusSeconds(590);
        assertThat(hearing.hear(flight.subList(10, 600)).refused()).isEmpty();

        assertThat(hearing.published).isEqualTo(flight);
    }

    @Test
    void aBatchThatConfirmsItselfIsAcceptedAsAWhole() {
        hearing.play(GeneratedSamples.at(BASE).stand(3, FlightStatus.LANDED).samples());
        List<DroneTelemetry> elsewhere = new GeneratedSamples(ELSEWHERE, NOW.plusSeconds(600), 100)
                .fly(0, 60)
                .samples();
        hearing.now = hearing.now.plusSeconds(700);

        assertThat(hearing.hear(elsewhere).refused()).isEmpty();

        assertThat(hearing.published).endsWith(elsewhere.toArray(DroneTelemetry[]::new));
        assertThat(hearing.setAside().counts()).isEmpty();
    }

    @Test
    void ofManyRejectedReportsTheLastAreKept() {
        List<DroneTelemetry> standing = GeneratedSamples.at(BASE)
                .stand(2 * RejectedReports.KEPT_MAX, FlightStatus.GROUNDED)
                .samples();
        for (DroneTelemetry sample : standing) {
            hearing.hear(at(sample, GeneratedSamples.moved(ELSEWHERE, 0, sample.sequence() * 100_000)));
        }

        assertThat(hearing.setAside().counts()).containsEntry(Reason.PLACE, 2L * RejectedReports.KEPT_MAX);
        assertThat(hearing.setAside().latest()).hasSize(RejectedReports.KEPT_MAX);
        assertThat(hearing.setAside().latest().getFirst().sample())
                .extracting(DroneTelemetry::sequence)
                .isEqualTo(standing.getLast().sequence());
    }
}
