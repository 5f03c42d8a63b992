package io.dronedelivery.drone.mission.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.drone.mission.domain.Mission.Ended;
import io.dronedelivery.drone.mission.domain.Mission.Flyable;
import io.dronedelivery.drone.mission.domain.Mission.Refused;
import io.dronedelivery.drone.mission.domain.Mission.Reserved;
import io.dronedelivery.drone.mission.domain.Mission.Stopped;
import io.dronedelivery.drone.mission.domain.Mission.WithDrone;
import io.dronedelivery.drone.mission.domain.Mission.Withdrawn;
import io.dronedelivery.drone.report.domain.LastReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The missions of one delivery: the rule of what becomes of them. One mission at most holds a drone.
 *
 * @param fence attempts up to this one are over: nothing is held under them, now or later
 * @param missions by ascending attempt
 */
public record DeliveryMissions(String deliveryId, int fence, List<Mission> missions) {

    public DeliveryMissions {
        missions = List.copyOf(missions);
    }

    /** A delivery of which nothing is known. */
    public static DeliveryMissions none(String deliveryId) {
        return new DeliveryMissions(deliveryId, 0, List.of());
    }

    /** The reservation that holds a drone, if one does. */
    public Optional<Reservation> held() {
        return withDrone().filter(WithDrone::held).map(WithDrone::reservation).findAny();
    }

    /** Those that a drone was held for. */
    public Stream<WithDrone> withDrone() {
        return missions.stream().filter(WithDrone.class::isInstance).map(WithDrone.class::cast);
    }

    /** Those that their drones have to give up, and that are not known, or not told yet, to have stopped. */
    Stream<Withdrawn> withdrawn() {
        return missions.stream().filter(Withdrawn.class::isInstance).map(Withdrawn.class::cast);
    }

    /** The drones of {@link #withdrawn}. */
    public SortedSet<String> withdrawnDrones() {
        return withdrawn().map(Withdrawn::droneId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The drones that may be flying with the parcel. */
    public List<String> mayCarry() {
        return withDrone()
                .filter(DeliveryMissions::mayCarry)
                .map(WithDrone::droneId)
                .toList();
    }

    private static boolean mayCarry(WithDrone mission) {
        return switch (mission) {
            case Flyable _ -> true;
            case Withdrawn withdrawn -> withdrawn.ordered() && withdrawn.known() == null;
            case Ended ended -> ended.ordered();
            case Reserved _, Stopped _ -> false;
        };
    }

    /**
     * Decides on a request for a drone. What was answered once is answered again. A drone that has the parcel flies on: a
     * new attempt is refused. Otherwise a new attempt ends those before it.
     *
     * @param lastReport the last report of each drone of {@link #mayCarry}
     */
    public ReservationDecision reserve(
            int attempt, Function<String, @Nullable LastReport> lastReport, ReservationRequest request, Instant now) {
        Optional<Outcome<Reservation>> answered = answer(attempt);
        if (answered.isPresent()) {
            return new ReservationDecision.Answered(this, answered.get());
        }
        return carried(lastReport)
                .<ReservationDecision>map(carried -> refuse(attempt, carried, request))
                .orElseGet(() -> new ReservationDecision.ChooseDrone(end(before -> before <= attempt, now, true)));
    }

    private Optional<WithDrone> carried(Function<String, @Nullable LastReport> lastReport) {
        return withDrone()
                .filter(mission -> mayCarry(mission) && carries(lastReport.apply(mission.droneId()), mission))
                .findAny();
    }

    private boolean carries(@Nullable LastReport drone, WithDrone mission) {
        return drone != null && drone.carries(deliveryId, mission.attempt());
    }

    private ReservationDecision refuse(int attempt, WithDrone carried, ReservationRequest request) {
        Outcome<Reservation> refusal = new Outcome.Refused<>(
                Refusal.ALREADY_PICKED_UP, "the parcel flies already, under attempt " + carried.attempt());
        return new ReservationDecision.Answered(answered(attempt, request, refusal), refusal);
    }

    /** The earlier answer to the attempt, or the refusal if it is over; empty if the attempt is new. */
    private Optional<Outcome<Reservation>> answer(int attempt) {
        if (isOver(attempt)) {
            return Optional.of(new Outcome.Refused<>(
                    Refusal.ATTEMPT_OVERTAKEN,
                    "attempt " + attempt + " was undone or overtaken: stop carrying it out"));
        }
        return find(attempt).map(mission -> switch (mission) {
            case Refused(int _, Refusal code, String detail) -> new Outcome.Refused<>(code, detail);
            case WithDrone granted -> new Granted<>(granted.reservation());
        });
    }

    private boolean isOver(int attempt) {
        return attempt <= fence
                || missions.stream().anyMatch(mission -> mission.attempt() > attempt)
                || find(attempt)
                        .filter(mission -> mission instanceof WithDrone drone && !drone.held())
                        .isPresent();
    }

    /** This, and what a new attempt was answered. */
    public DeliveryMissions answered(int attempt, ReservationRequest request, Outcome<Reservation> answer) {
        Mission mission =
                switch (answer) {
                    case Granted<Reservation>(Reservation held) -> new Reserved(request, held);
                    case Outcome.Refused<Reservation>(Refusal code, String detail) ->
                        new Refused(attempt, code, detail);
                };
        return new DeliveryMissions(
                deliveryId,
                fence,
                Stream.concat(missions.stream(), Stream.of(mission))
                        .sorted(Comparator.comparingInt(Mission::attempt))
                        .toList());
    }

    /** The delivery has confirmed the attempt: its drone flies it, unless it was recalled. Earlier attempts end. */
    DeliveryMissions confirm(int attempt, Instant now) {
        return end(before -> before < attempt, now, true)
                .change(attempt, mission -> mission instanceof Reserved reserved ? reserved.confirm() : mission);
    }

    /** The attempts up to this one end; the delivery goes on. */
    DeliveryMissions overtake(int attempt, Instant now) {
        return end(before -> before <= attempt, now, true);
    }

    /** The delivery has ended, and everything that is held for it. */
    DeliveryMissions endAll(int attempt, Instant now) {
        return end(_ -> true, now, false).fence(attempt);
    }

    /** Lets the attempt's drone go. Nothing is ever held under the attempt again. */
    public DeliveryMissions release(int attempt, Instant now) {
        return end(ended -> ended == attempt, now, true).fence(attempt);
    }

    private DeliveryMissions fence(int attempt) {
        return new DeliveryMissions(deliveryId, Math.max(fence, attempt), missions);
    }

    /** If the delivery goes on, its next drone has to wait until the one that was sent has stopped. */
    private DeliveryMissions end(IntPredicate attempts, Instant now, boolean deliveryGoesOn) {
        return each(mission -> attempts.test(mission.attempt()), mission -> switch (mission) {
            case Reserved reserved -> reserved.end();
            case Flyable flyable -> deliveryGoesOn ? flyable.withdraw(now).release() : flyable.end();
            case Withdrawn withdrawn -> withdrawn.release();
            case Stopped stopped -> stopped.release();
            case Refused _, Ended _ -> mission;
        });
    }

    /** The attempt's drone has to give its mission up, but stays held. An attempt that never asked is over. */
    public DeliveryMissions recall(int attempt, Instant now) {
        return find(attempt).isEmpty()
                ? fence(attempt)
                : change(attempt, mission -> switch (mission) {
                    case Reserved reserved -> reserved.withdraw(now).recall();
                    case Flyable flyable -> flyable.withdraw(now).recall();
                    case Ended ended -> ended.withdraw(now).recall();
                    case Withdrawn withdrawn -> withdrawn.recall();
                    case Stopped stopped -> stopped.recall();
                    case Refused _ -> mission;
                });
    }

    /** A report said that the mission's drone has the parcel: no other drone is sent for it unless a person says so. */
    public DeliveryMissions load(int attempt) {
        return change(attempt, mission -> switch (mission) {
            case Flyable flyable -> flyable.load();
            case Withdrawn withdrawn -> withdrawn.load();
            case Refused _, Reserved _, Stopped _, Ended _ -> mission;
        });
    }

    /** The drone was written off: it flies no further. */
    public DeliveryMissions lose(String droneId, Instant at) {
        return each(
                mission -> mission instanceof WithDrone held && held.droneId().equals(droneId),
                mission -> switch (mission) {
                    case Flyable flyable -> flyable.withdraw(at).lose();
                    case Withdrawn withdrawn -> withdrawn.lose();
                    case Refused _, Reserved _, Stopped _, Ended _ -> mission;
                });
    }

    /**
     * The drone of a withdrawn mission has stopped. That is published if the mission was recalled, or if the drone may have
     * the parcel: later attempts are then withdrawn, too, since their drones would find no parcel.
     */
    public MissionStep stop(FlightStopped told, Instant now) {
        int attempt = told.mission().attempt();
        return find(attempt)
                .filter(Withdrawn.class::isInstance)
                .map(mission -> ((Withdrawn) mission).stop(told.because()))
                .map(stopped -> stop(told, stopped, now))
                .orElseGet(() -> MissionStep.withoutEvents(this));
    }

    private MissionStep stop(FlightStopped told, Stopped stopped, Instant now) {
        DeliveryMissions after = change(stopped.attempt(), _ -> stopped);
        FlightStopped message =
                new FlightStopped(told.droneId(), told.sequence(), told.time(), told.mission(), stopped.because());
        return new MissionStep(
                stopped.because().parcelMayBeOut() ? after.inVainAfter(stopped.attempt(), now) : after,
                stopped.published() ? List.of(message) : List.of());
    }

    private DeliveryMissions inVainAfter(int attempt, Instant now) {
        return each(mission -> mission.attempt() > attempt, mission -> switch (mission) {
            case Reserved reserved -> reserved.withdraw(now).flyInVain();
            case Flyable flyable -> flyable.withdraw(now).flyInVain();
            case Withdrawn withdrawn -> withdrawn.flyInVain();
            case Refused _, Stopped _, Ended _ -> mission;
        });
    }

    private Optional<Mission> find(int attempt) {
        return missions.stream().filter(mission -> mission.attempt() == attempt).findAny();
    }

    private DeliveryMissions change(int attempt, UnaryOperator<Mission> change) {
        return each(mission -> mission.attempt() == attempt, change);
    }

    private DeliveryMissions each(Predicate<Mission> which, UnaryOperator<Mission> change) {
        return new DeliveryMissions(
                deliveryId,
                fence,
                missions.stream()
                        .map(mission -> which.test(mission) ? change.apply(mission) : mission)
                        .toList());
    }
}
