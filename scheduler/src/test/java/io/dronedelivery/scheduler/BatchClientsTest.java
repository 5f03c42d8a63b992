package io.dronedelivery.scheduler;

import static io.dronedelivery.contracts.InternalPaths.CHARGES;
import static io.dronedelivery.contracts.InternalPaths.OPENINGS;
import static io.dronedelivery.contracts.InternalPaths.PACKAGES;
import static io.dronedelivery.contracts.InternalPaths.RESERVATIONS;
import static io.dronedelivery.contracts.InternalPaths.SCHEDULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Batch.Answer;
import io.dronedelivery.contracts.Batch.Answers;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.accounting.Charges.Basis;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Opened;
import io.dronedelivery.contracts.delivery.Attempts.OpeningCall;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.packaging.Packages;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.dronedelivery.scheduler.ServicesStandIn.Reply;
import io.dronedelivery.testing.Orders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a request for many deliveries looks like, and that each of its answers is read. */
@QuarkusTest
@QuarkusTestResource(ServicesStandIn.class)
class BatchClientsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Problem REFUSAL = new Problem(
            URI.create("/problems/attempt-overtaken"),
            "Attempt overtaken",
            409,
            "A later attempt has begun.",
            Refusal.ATTEMPT_OVERTAKEN,
            null,
            null);

    private final String id = UUID.randomUUID().toString();
    private final Instant now = Instant.now();
    private final DeliveryOrder order = Orders.order(now);
    private final DeliveryClient delivery;
    private final AccountingClient accounting;
    private final PackagingClient packaging;
    private final DroneClient drone;

    BatchClientsTest(
            @RestClient DeliveryClient delivery,
            @RestClient AccountingClient accounting,
            @RestClient PackagingClient packaging,
            @RestClient DroneClient drone) {
        this.delivery = delivery;
        this.accounting = accounting;
        this.packaging = packaging;
        this.drone = drone;
    }

    @AfterEach
    void knowNoBatches() {
        List.of(OPENINGS, CHARGES, PACKAGES, RESERVATIONS, SCHEDULES).forEach(ServicesStandIn::answer);
    }

    /** The stand-in answers the first call with that, and refuses the second. */
    private static <T> void answers(String path, @Nullable T value, Uni<Answers<T>> request) {
        Answers<T> expected = new Answers<>(List.of(Answer.of(value), new Answer<>(null, REFUSAL, 2L)));
        ServicesStandIn.answer(path, Reply.ok(Json.text(expected)));
        assertThat(request.await().atMost(TIMEOUT)).isEqualTo(expected);
    }

    private <B> Calls<Call<B>> twice(B body) {
        return new Calls<>(List.of(new Call<>(id, 3, body), new Call<>(id, 2, body)));
    }

    @Test
    void openingsTellWhatIsRequestedAndHowTheyWereAnswered() {
        DeliveryRequest request = Orders.schedule(id, "ann", now);
        OpeningCall call = new OpeningCall(request);

        answers(OPENINGS, new Opened(new Halt("ended")), delivery.openAll(new Calls<>(List.of(call, call))));

        String sent = ServicesStandIn.callsOf(OPENINGS).getLast().body();
        assertThat(Json.read(sent, Openings.class).calls()).containsExactly(call, call);
    }

    /** The body, without type arguments. */
    record Openings(List<OpeningCall> calls) {}

    @Test
    void holdsRegistrationsReservationsAndSchedulesAreAnswered() {
        answers(
                CHARGES,
                new Charge(id, 3, "ann", Scenario.PRICE, Charges.State.HELD, now),
                accounting.holdAll(twice(new Hold(
                        "ann",
                        new Basis(order.pickup().location(), order.dropoff().location(), order.parcel(), false)))));
        answers(
                PACKAGES,
                new Package(id, 3, "ann", order.parcel(), Packages.State.REGISTERED, now),
                packaging.registerAll(twice(new Registration("ann", order.parcel()))));
        answers(
                RESERVATIONS,
                new Reservation(id, 3, "drone-7", 15, now, now),
                drone.reserveAll(twice(new ReservationRequest(
                        order.pickup().location(), order.dropoff().location(), 900, now, now))));
        answers(
                SCHEDULES,
                null,
                delivery.scheduleAll(twice(new Schedule(
                        "request", new Assignment(Means.DRONE, "drone-7", null, 15.0, now, now), Scenario.PRICE))));
    }
}
