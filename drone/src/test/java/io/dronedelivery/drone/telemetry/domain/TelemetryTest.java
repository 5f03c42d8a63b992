package io.dronedelivery.drone.telemetry.domain;

import static io.dronedelivery.drone.fleet.Samples.BASE;
import static io.dronedelivery.drone.fleet.Samples.NOW;
import static io.dronedelivery.drone.fleet.Samples.request;
import static io.dronedelivery.drone.fleet.Samples.sample;
import static io.dronedelivery.drone.fleet.Samples.standing;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.fleet.FleetSetting;
import io.dronedelivery.drone.fleet.InMemoryFleet;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.FleetChanges;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.telemetry.DroneSnapshots;
import io.dronedelivery.mavlink.autopilot.DroneSnapshot;
import io.dronedelivery.testing.Orders;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private static final Position PLACE = Orders.PICKUP;

    private final List<DroneStream> published = new ArrayList<>();
    private final InMemoryFleet fleet = new InMemoryFleet(published::add);
    private Instant now = NOW;
    private boolean brokerIsAway;
    private final Telemetry telemetry =
            new Telemetry(new KnownFleet(), fleet, fleet, this::publish, Samples.setAside(), () -> now);
    private final LinkMonitor silence = new LinkMonitor(telemetry, fleet, () -> now);

    private Uni<Void> publish(List<DroneTelemetry> samples) {
        if (brokerIsAway) {
            return Uni.createFrom().failure(new IllegalStateException("the broker is away"));
        }
        published.addAll(samples);
        return Uni.createFrom().voidItem();
    }

    @BeforeEach
    void aDrone() {
        FleetSetting.await(fleet.keep("b1", BASE));
        FleetSetting.await(fleet.register("known", Samples.registration("b1"), NOW));
    }

    @Test
    void samplesArePublishedInTheirOrderAndThoseOfUnregisteredDronesDropped() {
        TelemetryAnswer answer = take(
                standing("known", 2, PLACE, 90), standing("stranger", 1, PLACE, 90), standing("known", 1, PLACE, 91));

        assertThat(published)
                .extracting(DroneStream::droneId, DroneStream::sequence)
                .containsExactly(tuple("known", 2L), tuple("known", 1L));
        assertThat(answer.unknown()).containsExactly("stranger");
        assertThat(answer.orders()).singleElement().satisfies(order -> {
            assertThat(order.droneId()).isEqualTo("known");
            assertThat(order.home()).isEqualTo(BASE.location());
            assertThat(order.flight()).isNull();
        });
    }

    @Test
    void samplesThatCouldNotBePublishedChangeNothing() {
        brokerIsAway = true;

        assertThatThrownBy(() -> take(standing("known", 1, PLACE, 90))).hasMessageContaining("away");
        FleetSetting.await(telemetry.save());

        assertThat(state().lastReport()).isNull();
    }

    @Test
    void aMissionIsOrderedFromItsConfirmationToItsEnd() {
        take(standing("known", 1, PLACE, 90));
        FleetSetting.await(fleet.reserve("d1", 1, request(), now));
        FleetSetting.await(telemetry.refresh());
        assertThat(ordered(2)).isNull();

        mission();
        assertThat(ordered(3)).isEqualTo(new MissionReference("d1", 1, false));

        FleetSetting.apply(fleet, new MissionCommand.End("d1", 1), now);
        FleetSetting.await(telemetry.refresh());
        assertThat(ordered(4)).isNull();
    }

    @Test
    void reportsThatMatterForReservationsAreStoredAtOnceOthersLater() {
        take(standing("known", 1, PLACE, 90));
        take(standing("known", 2, PLACE, 91));
        assertThat(state().battery()).isEqualTo(90);

        FleetSetting.await(telemetry.save());
        assertThat(state().battery()).isEqualTo(91);

        take(sample("known", 3, PLACE, 89, FlightStatus.AIRBORNE, Payload.LOADED));
        assertThat(state().battery()).isEqualTo(89);
    }

    @Test
    void beforeItsFirstFixADroneIsAtItsLastKnownPlace() {
        take(standing("known", 1, PLACE, 90));
        take(standing("known", 2, new Position(0, 0), 90));
        FleetSetting.await(telemetry.save());

        assertThat(state().stand()).isEqualTo(PLACE);
        assertThat(state().lastReport()).extracting(LastReport::sequence).isEqualTo(2L);
    }

    @Test
    void aDroneThatSpeaksMavlinkIsFoundByItsSystemId() {
        FleetSetting.await(fleet.register(
                "autopilot", Registration.overMavlink("b1", Samples.AIRFRAME, 7, List.of("10.0.0.0/8")), NOW));
        FleetSetting.await(telemetry.refresh());

        assertThat(FleetSetting.await(telemetry.bySystemId(7)).map(DroneSnapshots::of))
                .contains(DroneSnapshot.unheard("autopilot", BASE.location()));
        assertThat(FleetSetting.await(telemetry.bySystemId(8))).isEmpty();
        take(standing("autopilot", 5, PLACE, 60));
        assertThat(FleetSetting.await(telemetry.bySystemId(7)).map(DroneSnapshots::of))
                .contains(new DroneSnapshot(
                        "autopilot",
                        null,
                        60.0,
                        FlightStatus.LANDED,
                        5,
                        BASE.location(),
                        PLACE,
                        NOW.plusSeconds(5),
                        NOW));
    }

    @Test
    void aDroneThatFallsSilentInFlightIsPublishedOnceIfTheServiceListened() {
        airborne();
        published.clear();

        now = now.plus(LinkMonitor.LOST_AFTER);
        assertThat(FleetSetting.await(silence.watch())).isEmpty();
        now = now.plusSeconds(1);
        assertThat(FleetSetting.await(new LinkMonitor(telemetry, fleet, () -> now).watch()))
                .as("the service has just started")
                .isEmpty();
        assertThat(FleetSetting.await(silence.watch())).containsExactly("known");
        assertThat(FleetSetting.await(silence.watch())).isEmpty();

        assertThat(published)
                .containsExactly(new LinkLost("known", 2, NOW.plusSeconds(2), new MissionReference("d1", 1, false)));
    }

    @Test
    void whatAnotherProcessHasHeardIsAskedSeldom() {
        airborne();
        Telemetry another = new Telemetry(new KnownFleet(), fleet, fleet, this::publish, Samples.setAside(), () -> now);
        AtomicInteger asked = new AtomicInteger();
        LinkMonitor links = new LinkMonitor(telemetry, counting(asked), () -> now);
        now = now.plusSeconds(30);
        FleetSetting.await(another.take(new TelemetryBatch(
                List.of(sample("known", 3, PLACE, 90, FlightStatus.AIRBORNE, Payload.EMPTY)), false)));
        FleetSetting.await(another.save());
        Instant heard = now;
        FleetSetting.await(links.watch());

        List<Instant> lost = new ArrayList<>();
        while (now.isBefore(heard.plusSeconds(90))) {
            now = now.plusSeconds(1);
            FleetSetting.await(links.watch()).forEach(_ -> lost.add(now));
        }

        assertThat(lost)
                .singleElement(as(InstanceOfAssertFactories.INSTANT))
                .isBetween(
                        heard.plus(LinkMonitor.LOST_AFTER),
                        heard.plus(LinkMonitor.LOST_AFTER).plus(LinkMonitor.ASK_AGAIN_AFTER));
        assertThat(asked.get()).as("times in the minute since it is silent").isBetween(10, 13);
    }

    private TelemetryStore counting(AtomicInteger asked) {
        return new TelemetryStore() {
            @Override
            public Uni<FleetChanges> since(long mark) {
                return fleet.since(mark);
            }

            @Override
            public Uni<Void> store(List<LastReport> latest) {
                return fleet.store(latest);
            }

            @Override
            public Uni<List<String>> publishLostLinks(List<String> droneIds, Instant heardBefore) {
                asked.incrementAndGet();
                return fleet.publishLostLinks(droneIds, heardBefore);
            }
        };
    }

    @Test
    void aServiceThatCouldNotPublishHasNotListened() {
        airborne();
        now = now.plusSeconds(30);
        brokerIsAway = true;
        assertThatThrownBy(() -> take(sample("known", 3, PLACE, 90, FlightStatus.AIRBORNE, Payload.EMPTY)))
                .hasMessageContaining("away");
        assertThat(FleetSetting.await(silence.watch())).isEmpty();

        now = now.plusSeconds(40);
        assertThat(FleetSetting.await(silence.watch())).as("closed 40 s ago").isEmpty();
        now = now.plusSeconds(21);
        assertThat(FleetSetting.await(silence.watch())).containsExactly("known");
    }

    @Test
    void aServiceThatStoodStillHasNotListened() {
        airborne();

        now = now.plus(LinkMonitor.LOST_AFTER).plusSeconds(1);
        assertThat(FleetSetting.await(silence.watch()))
                .as("frozen for a minute")
                .isEmpty();
        now = now.plus(LinkMonitor.LOST_AFTER).minusSeconds(1);
        assertThat(FleetSetting.await(silence.watch())).isEmpty();
        now = now.plusSeconds(1);
        assertThat(FleetSetting.await(silence.watch())).containsExactly("known");
    }

    private void airborne() {
        take(standing("known", 1, PLACE, 90));
        FleetSetting.await(fleet.reserve("d1", 1, request(), now));
        mission();
        take(sample("known", 2, PLACE, 90, FlightStatus.AIRBORNE, Payload.EMPTY));
    }

    private void mission() {
        FleetSetting.apply(fleet, new MissionCommand.Confirm("d1", 1), now);
        FleetSetting.await(telemetry.refresh());
    }

    private @Nullable MissionReference ordered(long sequence) {
        var flight =
                take(standing("known", sequence, PLACE, 90)).orders().getFirst().flight();
        return flight == null ? null : flight.mission();
    }

    private TelemetryAnswer take(DroneTelemetry... samples) {
        return FleetSetting.await(telemetry.take(new TelemetryBatch(List.of(samples), false)));
    }

    private DroneState state() {
        return FleetSetting.await(fleet.drone("known")).orElseThrow();
    }
}
