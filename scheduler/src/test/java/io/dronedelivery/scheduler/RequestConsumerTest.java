package io.dronedelivery.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.packaging.Packages;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.scheduler.ServicesStandIn.Call;
import io.dronedelivery.scheduler.ServicesStandIn.Reply;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the topic through HTTP to the services and back to a topic. */
@QuarkusTest
@QuarkusTestResource(ServicesStandIn.class)
class RequestConsumerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Money PRICE = new Money(1290, "EUR");

    private final String id = UUID.randomUUID().toString();
    private final Instant now = Instant.now();
    private final DeliveryRequest request = Orders.schedule(id, "ann", now);
    private final KafkaProbe kafka = new KafkaProbe();

    @BeforeEach
    void everyServiceSaysYes() {
        DeliveryOrder order = Orders.order(now);
        opening(new Proceed(3, order));
        answer("charges", new Charge(id, 3, "ann", PRICE, Charges.State.HELD, now));
        answer("packages", new Package(id, 3, "ann", order.parcel(), Packages.State.REGISTERED, now));
        answer("reservations", new Reservation(id, 3, "drone-7", 15, now.plusSeconds(60), now.plusSeconds(300)));
        answer(
                "shipments",
                new Shipment(id, 3, "carrier-1", "s-1", Stage.BOOKED, now.plusSeconds(600), now.plusSeconds(3600)));
        ServicesStandIn.answer(schedulePath(), Reply.DONE);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void aRequestIsCarriedOutStepByStep() {
        send();

        Schedule scheduled = scheduled();
        assertThat(scheduled.assignment().means()).isEqualTo(Means.DRONE);
        assertThat(scheduled.assignment().carrier()).isEqualTo("drone-7");
        assertThat(scheduled.price()).isEqualTo(PRICE);
        assertThat(ServicesStandIn.calls(id))
                .extracting(Call::path)
                .containsExactly(
                        openingPath(), path("charges"), path("packages"), path("reservations"), schedulePath());
        assertThat(Json.read(ServicesStandIn.calls(id).getFirst().body(), DeliveryRequest.class))
                .isEqualTo(request);
    }

    @Test
    void whatIsTooHeavyForDronesIsShipped() {
        ServicesStandIn.answer(path("reservations"), Reply.refused(422, "TOO_HEAVY_FOR_DRONES"));

        send();

        assertThat(scheduled().assignment().means()).isEqualTo(Means.THIRD_PARTY);
        assertThat(scheduled().assignment().reference()).isEqualTo("s-1");
    }

    @Test
    void aRefusalAsksForCompensation() {
        ServicesStandIn.answer(path("charges"), Reply.refused(422, "ACCOUNT_SUSPENDED"));

        send();

        CompensationRequested compensation = compensation();
        assertThat(compensation.code()).isEqualTo(Refusal.ACCOUNT_SUSPENDED);
        assertThat(compensation.detail()).isEqualTo("no: ACCOUNT_SUSPENDED");
        assertThat(compensation.attempt()).isEqualTo(3);
        assertThat(compensation.request()).isEqualTo(request);
        assertThat(compensation.undo()).isEmpty();
    }

    @Test
    void anAttemptOvertakenAtTheLastStepIsUndone() {
        ServicesStandIn.answer(schedulePath(), Reply.refused(409, "ATTEMPT_OVERTAKEN"));

        send();

        assertThat(compensation().undo()).containsExactly(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE);
    }

    @Test
    void anOutageIsWaitedOut() {
        Reply down = new Reply(503, "text/plain", "down");
        Reply busy = new Reply(429, "text/plain", "busy");
        ServicesStandIn.answer(openingPath(), down, opened(new Proceed(3, Orders.order(now))));
        ServicesStandIn.answer(
                path("packages"),
                down,
                busy,
                Reply.ok(Json.text(
                        new Package(id, 3, "ann", Orders.order(now).parcel(), Packages.State.REGISTERED, now))));

        send();

        assertThat(scheduled().assignment().means()).isEqualTo(Means.DRONE);
        assertThat(ServicesStandIn.calls(id))
                .filteredOn(call -> call.path().equals(path("packages")))
                .hasSize(3);
    }

    @Test
    void aFleetThatHangsIsAskedAgainAndNobodyElseCarries() {
        ServicesStandIn.answer(
                path("reservations"),
                Reply.NOTHING,
                Reply.ok(Json.text(new Reservation(id, 3, "drone-7", 15, now.plusSeconds(60), now.plusSeconds(300)))));

        send();

        assertThat(scheduled().assignment().carrier()).isEqualTo("drone-7");
    }

    @Test
    void whatIsDownUntilTheDeadlineIsGivenUp() {
        DeliveryOrder late = Orders.order(now.minus(Duration.ofHours(3)));
        opening(new Proceed(3, late));
        ServicesStandIn.answer(path("packages"), new Reply(503, "text/plain", "down"));

        send();

        assertThat(compensation().code()).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(compensation().undo()).containsExactly(Step.HOLD_MONEY, Step.REGISTER_PACKAGE);
    }

    @Test
    void anAnswerThatIsNoJsonIsAgainstTheContract() {
        againstTheContract("{\"deliveryId\":");
    }

    @Test
    void anAnswerThatLacksWhatIsNeededIsAgainstTheContract() {
        againstTheContract("{}");
    }

    @Test
    void anAnswerOfTheWrongTypesIsAgainstTheContract() {
        againstTheContract("{\"amount\": \"twelve\"}");
    }

    @Test
    void anEmptyAnswerIsAgainstTheContract() {
        againstTheContract("");
    }

    @Test
    void whereThereIsNothingToDoNothingIsDone() {
        opening(new Halt("ended"));

        send();

        await().atMost(PATIENCE).until(() -> !ServicesStandIn.calls(id).isEmpty());
        assertThat(ServicesStandIn.calls(id)).extracting(Call::path).containsExactly(openingPath());
    }

    @Test
    void aRequestThatCanNotBeReadDoesNotBlockTheOthers() {
        kafka.send(Topic.DELIVERY_REQUESTS.topicName(), id, "poison", "ScheduleDelivery", new byte[] {'{'});
        send();

        assertThat(scheduled().assignment().carrier()).isEqualTo("drone-7");
        assertThat(kafka.awaitRecords(Topic.DELIVERY_REQUESTS.topicName() + ".dead", dead -> id.equals(dead.key()), 1))
                .hasSize(1);
    }

    private void againstTheContract(String body) {
        ServicesStandIn.answer(path("charges"), Reply.ok(body));

        send();

        assertThat(compensation().code()).isEqualTo(Refusal.MALFORMED_ANSWER);
        assertThat(compensation().undo()).containsExactly(Step.HOLD_MONEY);
    }

    private void send() {
        kafka.send(Topic.DELIVERY_REQUESTS, id, request.requestId(), request);
    }

    private Schedule scheduled() {
        return await().atMost(PATIENCE)
                .until(
                        () -> ServicesStandIn.calls(id).stream()
                                .filter(call -> call.path().equals(schedulePath()))
                                .map(call -> Json.read(call.body(), Schedule.class))
                                .toList(),
                        schedules -> !schedules.isEmpty())
                .getFirst();
    }

    private CompensationRequested compensation() {
        List<CompensationRequested> all = kafka.await(
                Topic.DELIVERY_COMPENSATIONS,
                CompensationRequested.class,
                compensation -> compensation.deliveryId().equals(id),
                1);
        return all.getFirst();
    }

    private void opening(Opening opening) {
        ServicesStandIn.answer(openingPath(), opened(opening));
    }

    private static Reply opened(Opening opening) {
        return Reply.ok(Json.text(opening));
    }

    private void answer(String service, Object answer) {
        ServicesStandIn.answer(path(service), Reply.ok(Json.text(answer)));
    }

    private String openingPath() {
        return "/deliveries/" + id + "/attempts/" + request.requestId();
    }

    private String schedulePath() {
        return "/deliveries/" + id + "/attempts/3/schedule";
    }

    private String path(String service) {
        return "/" + service + "/" + id + "/attempts/3";
    }
}
