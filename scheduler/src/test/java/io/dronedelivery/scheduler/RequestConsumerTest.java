package io.dronedelivery.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.packaging.Packages;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.scheduler.ServicesStandIn.Call;
import io.dronedelivery.scheduler.ServicesStandIn.Reply;
import io.dronedelivery.testing.Orders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the topic through HTTP to the services and back to a topic. */
@QuarkusTest
@QuarkusTestResource(ServicesStandIn.class)
class RequestConsumerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void aRequestIsCarriedOutStepByStep() {
        scenario.send();

        Schedule scheduled = scenario.scheduled();
        assertThat(scheduled.assignment().means()).isEqualTo(Means.DRONE);
        assertThat(scheduled.assignment().carrier()).isEqualTo("drone-7");
        assertThat(scheduled.price()).isEqualTo(Scenario.PRICE);
        assertThat(ServicesStandIn.calls(scenario.id))
                .extracting(Call::path)
                .containsExactly(
                        scenario.openingPath(),
                        scenario.path("charges"),
                        scenario.path("packages"),
                        scenario.path("reservations"),
                        scenario.schedulePath());
        assertThat(Json.read(ServicesStandIn.calls(scenario.id).getFirst().body(), DeliveryRequest.class))
                .isEqualTo(scenario.request);
    }

    @Test
    void whatIsTooHeavyForDronesIsShipped() {
        ServicesStandIn.answer(scenario.path("reservations"), Reply.refused(422, "TOO_HEAVY_FOR_DRONES"));

        scenario.send();

        assertThat(scenario.scheduled().assignment().means()).isEqualTo(Means.THIRD_PARTY);
        assertThat(scenario.scheduled().assignment().reference()).isEqualTo("s-1");
    }

    @Test
    void aRefusalAsksForCompensation() {
        ServicesStandIn.answer(scenario.path("charges"), Reply.refused(422, "ACCOUNT_SUSPENDED"));

        scenario.send();

        CompensationRequested compensation = scenario.compensation();
        assertThat(compensation.code()).isEqualTo(Refusal.ACCOUNT_SUSPENDED);
        assertThat(compensation.detail()).isEqualTo("no: ACCOUNT_SUSPENDED");
        assertThat(compensation.attempt()).isEqualTo(3);
        assertThat(compensation.request()).isEqualTo(scenario.request);
        assertThat(compensation.undo()).isEmpty();
    }

    @Test
    void anAttemptOvertakenAtTheLastStepIsUndone() {
        ServicesStandIn.answer(scenario.schedulePath(), Reply.refused(409, "ATTEMPT_OVERTAKEN"));

        scenario.send();

        assertThat(scenario.compensation().undo())
                .containsExactly(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE);
    }

    @Test
    void anOutageIsWaitedOut() {
        Reply down = new Reply(503, "text/plain", "down");
        Reply busy = new Reply(429, "text/plain", "busy");
        ServicesStandIn.answer(
                scenario.openingPath(), down, Scenario.opened(new Proceed(3, Orders.order(scenario.now))));
        ServicesStandIn.answer(
                scenario.path("packages"),
                down,
                busy,
                Reply.ok(Json.text(new Package(
                        scenario.id,
                        3,
                        "ann",
                        Orders.order(scenario.now).parcel(),
                        Packages.State.REGISTERED,
                        scenario.now))));

        scenario.send();

        assertThat(scenario.scheduled().assignment().means()).isEqualTo(Means.DRONE);
        assertThat(ServicesStandIn.calls(scenario.id))
                .filteredOn(call -> call.path().equals(scenario.path("packages")))
                .hasSize(3);
    }

    @Test
    void aFleetThatHangsIsAskedAgainAndNobodyElseCarries() {
        ServicesStandIn.answer(
                scenario.path("reservations"),
                Reply.NOTHING,
                Reply.ok(Json.text(new Reservation(
                        scenario.id, 3, "drone-7", 15, scenario.now.plusSeconds(60), scenario.now.plusSeconds(300)))));

        scenario.send();

        assertThat(scenario.scheduled().assignment().carrier()).isEqualTo("drone-7");
    }

    @Test
    void whatIsDownUntilTheDeadlineIsGivenUp() {
        DeliveryOrder late = Orders.order(scenario.now.minus(Duration.ofHours(3)));
        scenario.opening(new Proceed(3, late));
        ServicesStandIn.answer(scenario.path("packages"), new Reply(503, "text/plain", "down"));

        scenario.send();

        assertThat(scenario.compensation().code()).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(scenario.compensation().undo()).containsExactly(Step.HOLD_MONEY, Step.REGISTER_PACKAGE);
    }

    @Test
    void whereThereIsNothingToDoNothingIsDone() {
        scenario.opening(new Halt("ended"));

        scenario.send();

        await().atMost(TIMEOUT).until(() -> !ServicesStandIn.calls(scenario.id).isEmpty());
        assertThat(ServicesStandIn.calls(scenario.id)).extracting(Call::path).containsExactly(scenario.openingPath());
    }

    @Test
    void aRequestThatCanNotBeReadDoesNotBlockTheOthers() {
        scenario.kafka.send(
                Topic.DELIVERY_REQUESTS.topicName(), scenario.id, "poison", "ScheduleDelivery", new byte[] {'{'});
        scenario.send();

        assertThat(scenario.scheduled().assignment().carrier()).isEqualTo("drone-7");
        assertThat(scenario.kafka.awaitRecords(
                        Topic.DELIVERY_REQUESTS.topicName() + ".dead", dead -> scenario.id.equals(dead.key()), 1))
                .hasSize(1);
    }
}
