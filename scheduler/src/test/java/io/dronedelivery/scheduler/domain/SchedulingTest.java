package io.dronedelivery.scheduler.domain;

import static io.dronedelivery.contracts.scheduler.CompensationRequested.Step.BOOK_SHIPMENT;
import static io.dronedelivery.contracts.scheduler.CompensationRequested.Step.HOLD_MONEY;
import static io.dronedelivery.contracts.scheduler.CompensationRequested.Step.REGISTER_PACKAGE;
import static io.dronedelivery.contracts.scheduler.CompensationRequested.Step.RESERVE_DRONE;
import static io.dronedelivery.contracts.scheduler.CompensationRequested.Step.SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.scheduler.domain.InMemoryServices.Mishap;
import io.dronedelivery.testing.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final DeliveryOrder ORDER = Orders.order(NOW);
    private static final DeliveryRequest REQUEST = Orders.schedule("d-1", "ann", NOW);
    private static final Schedule BY_DRONE = new Schedule(
            REQUEST.requestId(),
            new Assignment(Means.DRONE, "drone-1", null, 15.0, NOW, ORDER.deadline()),
            new Money(1290, "EUR"));
    private static final Schedule BY_THIRD_PARTY = new Schedule(
            REQUEST.requestId(),
            new Assignment(Means.THIRD_PARTY, "carrier-1", "shipment-1", null, NOW, ORDER.deadline()),
            new Money(1290, "EUR"));
    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));
    private static final int MORE_THAN_TIME_ALLOWS = 10_000;

    private final HandClock clock = new HandClock(NOW);
    private final InMemoryServices services = new InMemoryServices(ORDER);
    private final InMemoryCompensations compensations = new InMemoryCompensations();
    private final Scheduling scheduling = new Scheduling(
            services.ports(), compensations, new RetryPolicy(PAUSES, clock, new Random(1), clock::pause), clock);

    @Test
    void aDeliveryIsArrangedStepByStep() {
        carryOut();

        assertThat(services.done()).containsExactly(HOLD_MONEY, REGISTER_PACKAGE, RESERVE_DRONE, SCHEDULE);
        assertThat(services.scheduled()).isEqualTo(BY_DRONE);
        assertThat(compensations.requested()).isEmpty();
    }

    static Stream<Refusal> whereNoDroneCanAThirdPartyCarries() {
        return Arrays.stream(Refusal.values()).filter(Refusal::noDroneCan);
    }

    @ParameterizedTest
    @MethodSource
    void whereNoDroneCanAThirdPartyCarries(Refusal noDroneCan) {
        services.refuse(RESERVE_DRONE, noDroneCan);

        carryOut();

        assertThat(services.done()).containsExactly(HOLD_MONEY, REGISTER_PACKAGE, BOOK_SHIPMENT, SCHEDULE);
        assertThat(services.scheduled()).isEqualTo(BY_THIRD_PARTY);
        assertThat(compensations.requested()).isEmpty();
    }

    static Stream<Refusal> noOtherRefusalOfTheFleetLeadsToAThirdParty() {
        return Arrays.stream(Refusal.values()).filter(Predicate.not(Refusal::noDroneCan));
    }

    @ParameterizedTest
    @MethodSource
    void noOtherRefusalOfTheFleetLeadsToAThirdParty(Refusal code) {
        services.refuse(RESERVE_DRONE, code);

        carryOut();

        assertThat(services.calls()).doesNotContain(BOOK_SHIPMENT, SCHEDULE);
        assertThat(compensation().code()).isEqualTo(code);
    }

    @Test
    void aFleetThatNeverAnswersDoesNotLeadToAThirdParty() {
        services.mishaps(RESERVE_DRONE, Collections.nCopies(MORE_THAN_TIME_ALLOWS, Mishap.CALL_LOST));

        carryOut();

        assertThat(services.calls()).doesNotContain(BOOK_SHIPMENT, SCHEDULE);
        assertThat(compensation().code()).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(compensation().undo()).containsExactly(HOLD_MONEY, REGISTER_PACKAGE, RESERVE_DRONE);
        assertThat(clock.instant()).isBetween(ORDER.deadline().minus(PAUSES.longest()), ORDER.deadline());
    }

    @Test
    void aSuspendedAccountHoldsNothingThatWouldHaveToBeUndone() {
        services.refuse(HOLD_MONEY, Refusal.ACCOUNT_SUSPENDED);

        carryOut();

        assertThat(compensation())
                .isEqualTo(new CompensationRequested(
                        "d-1",
                        1,
                        REQUEST,
                        HOLD_MONEY,
                        Refusal.ACCOUNT_SUSPENDED,
                        "HOLD_MONEY refused",
                        List.of(),
                        null,
                        NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTEMPT_OVERTAKEN", "ALREADY_PICKED_UP", "ALREADY_ENDED"})
    void whatWasOvertakenAtTheLastStepIsUndone(Refusal code) {
        services.refuse(SCHEDULE, code);

        carryOut();

        assertThat(compensation().failed()).isEqualTo(SCHEDULE);
        assertThat(compensation().undo()).containsExactly(HOLD_MONEY, REGISTER_PACKAGE, RESERVE_DRONE);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void anAnswerAgainstTheContractIsNotAskedForAgainAndMayHaveBeenDone(Step step) {
        if (step == BOOK_SHIPMENT) {
            services.refuse(RESERVE_DRONE, Refusal.NO_DRONE_IN_TIME);
        }
        services.mishaps(step, List.of(Mishap.ANSWER_MALFORMED));

        carryOut();

        assertThat(services.calls()).containsOnlyOnce(step);
        assertThat(compensation().code()).isEqualTo(Refusal.MALFORMED_ANSWER);
        assertThat(compensation().failed()).isEqualTo(step);
        assertThat(compensation().undo()).endsWith(step);
    }

    @ParameterizedTest
    @EnumSource(names = {"CALL_LOST", "ANSWER_LOST"})
    void whatIsLostIsAskedForAgainAfterGrowingPauses(Mishap mishap) {
        services.mishaps(HOLD_MONEY, Collections.nCopies(9, mishap));

        carryOut();

        assertThat(services.scheduled()).isEqualTo(BY_DRONE);
        assertThat(services.done()).containsOnlyOnce(HOLD_MONEY);
        assertThat(clock.backoff()).hasSize(9).allSatisfy(pause -> assertThat(pause)
                .isBetween(PAUSES.first().dividedBy(2), PAUSES.longest()));
        assertThat(clock.backoff().getLast())
                .isGreaterThan(clock.backoff().getFirst().multipliedBy(10));
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAloneForThatLong() {
        services.mishaps(HOLD_MONEY, Collections.nCopies(3, Mishap.CALLEE_BUSY));

        carryOut();

        assertThat(services.scheduled()).isEqualTo(BY_DRONE);
        assertThat(clock.backoff()).hasSize(3).allSatisfy(pause -> assertThat(pause)
                .isBetween(Duration.ofMinutes(1), Duration.ofSeconds(61)));
    }

    @Test
    void whatIsKnownToBeHeldIsSaidOnceItIsGranted() {
        services.refuse(RESERVE_DRONE, Refusal.ATTEMPT_OVERTAKEN);

        carryOut();

        assertThat(compensation().price()).isEqualTo(BY_DRONE.price());
    }

    @Test
    void nothingIsKnownToBeHeldWhereTheHoldWasNotAnswered() {
        services.mishaps(HOLD_MONEY, Collections.nCopies(MORE_THAN_TIME_ALLOWS, Mishap.ANSWER_LOST));

        carryOut();

        assertThat(compensation().undo()).containsExactly(HOLD_MONEY);
        assertThat(compensation().price()).isNull();
    }

    @Test
    void aRequestThatComesLateIsStillTriedOnce() {
        clock.pause(Duration.ofHours(3)).await().indefinitely();

        carryOut();

        assertThat(services.scheduled()).isEqualTo(BY_DRONE);
    }

    @Test
    void whereThereIsNothingToDoNothingIsDone() {
        services.answerOpening(new Granted<>(new Halt("cancelled")));

        carryOut();

        assertThat(services.calls()).isEmpty();
        assertThat(compensations.requested()).isEmpty();
    }

    @Test
    void anAttemptIsOpenedHoweverLongItTakes() {
        services.loseOpenings(MORE_THAN_TIME_ALLOWS);

        carryOut();

        assertThat(clock.instant()).isAfter(ORDER.deadline());
        assertThat(services.scheduled()).isEqualTo(BY_DRONE);
    }

    @Test
    void withoutAnAttemptAPersonMustLook() {
        services.answerOpening(new Refused<>(Refusal.INVALID, "no such thing"));

        assertThatThrownBy(this::carryOut).isInstanceOf(AttemptNotOpened.class).hasMessageContaining("delivery=d-1");
    }

    @Test
    void aCompensationIsStoredHoweverLongItTakes() {
        services.refuse(REGISTER_PACKAGE, Refusal.INVALID);
        compensations.fail(20);

        carryOut();

        assertThat(compensations.requested()).hasSize(1);
    }

    @Test
    void aRequestThatComesAgainChangesNothing() {
        carryOut();
        List<Step> done = services.done();
        carryOut();

        assertThat(services.done()).isEqualTo(done);
        assertThat(services.scheduled()).isEqualTo(BY_DRONE);
    }

    private void carryOut() {
        scheduling.carryOut(REQUEST).await().indefinitely();
    }

    private CompensationRequested compensation() {
        assertThat(compensations.requested()).hasSize(1);
        return compensations.requested().getFirst();
    }
}
