package io.dronedelivery.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryArriving;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryChangeRefused;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryFailed;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryHeadedToDropoff;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryHeadedToPickup;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryPickedUp;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRejected;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRequested;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryReturned;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All answers to requests about one delivery and all its events, and what must hold of them after each step. */
public final class AnswerLog {
    private final Map<String, Opening> openings = new HashMap<>();
    private final Map<Integer, Boolean> schedules = new HashMap<>();
    private final Map<Integer, Closed> closures = new HashMap<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private final List<DeliveryEvent> events = new ArrayList<>();
    private final Set<Integer> stopped = new HashSet<>();
    private final Set<Integer> interrupted = new HashSet<>();
    private int carried;
    private boolean byDrone;

    /** The same request is always opened the same. */
    public void opened(String requestId, Opening answer) {
        assertThat(openings.computeIfAbsent(requestId, _ -> answer)).isEqualTo(answer);
    }

    /** A granted schedule stays granted, a refused one stays refused. */
    public void scheduled(int attempt, Outcome<DeliveryStatus> answer) {
        switch (answer) {
            case Outcome.Granted<DeliveryStatus> _ ->
                assertThat(schedules.computeIfAbsent(attempt, _ -> true)).isTrue();
            case Outcome.Refused<DeliveryStatus> refused when refused.code() == Refusal.NOT_FOUND -> {}
            case Outcome.Refused<DeliveryStatus> _ ->
                assertThat(schedules.computeIfAbsent(attempt, _ -> false)).isFalse();
        }
    }

    /** A closure that undoes an attempt is always answered the same, with the same request to restore it. */
    public void closed(int attempt, Closed answer) {
        if (answer.undo() || closures.containsKey(attempt)) {
            assertThat(closures.computeIfAbsent(attempt, _ -> answer)).isEqualTo(answer);
        }
    }

    public void stopped(int attempt) {
        stopped.add(attempt);
    }

    public Map<String, Opening> openings() {
        return Map.copyOf(openings);
    }

    public Map<Integer, Closed> closures() {
        return Map.copyOf(closures);
    }

    public Set<Integer> interrupted() {
        return Set.copyOf(interrupted);
    }

    /** How often a request was answered by an event. */
    public int answers(String requestId) {
        return answers.getOrDefault(requestId, 0);
    }

    /** Adds the events since the last call. */
    public void addEvents(List<DeliveryEvent> all) {
        all.subList(events.size(), all.size()).forEach(this::addEvent);
    }

    private void addEvent(DeliveryEvent event) {
        assertThat(event.header().version()).isEqualTo(events.size() + 1L);
        boolean ended = !events.isEmpty() && events.getLast().header().status().terminal();
        events.add(event);
        if (ended) {
            assertThat(event).isInstanceOf(DeliveryChangeRefused.class);
            assertThat(event.header().status())
                    .isEqualTo(events.get(events.size() - 2).header().status());
        }
        switch (event) {
            case DeliveryCreated created -> scheduled(created, created.requestId(), created.assignment());
            case DeliveryRescheduled anew -> scheduled(anew, anew.requestId(), anew.assignment());
            case DeliveryChangeRefused refused -> answered(refused.requestId());
            case DeliveryCancelled cancelled -> answered(cancelled.requestId());
            case DeliveryInterrupted _ -> {
                underWay(event);
                interrupted.add(event.header().attempt());
            }
            case DeliveryHeadedToPickup _,
                    DeliveryPickedUp _,
                    DeliveryHeadedToDropoff _,
                    DeliveryArriving _,
                    DeliveryCompleted _ -> underWay(event);
            case DeliveryRequested _, DeliveryRejected _, DeliveryFailed _, DeliveryReturned _ -> {}
        }
    }

    /** Attempts follow each other, and one that failed is closed, with its drone stopped, before the next is scheduled. */
    private void scheduled(DeliveryEvent event, String requestId, Assignment assignment) {
        int attempt = event.header().attempt();
        assertThat(attempt).isGreaterThan(carried);
        assertThat(closures).doesNotContainKey(attempt);
        if (interrupted.contains(carried)) {
            assertThat(closures).containsKey(carried);
            assertThat(!byDrone || stopped.contains(carried))
                    .as("the drone of attempt %s is stopped", carried)
                    .isTrue();
        }
        carried = attempt;
        byDrone = assignment.means() == Means.DRONE;
        answered(requestId);
    }

    private void underWay(DeliveryEvent event) {
        assertThat(event.header().attempt()).isEqualTo(carried);
        assertThat(closures).doesNotContainKey(carried);
    }

    private void answered(String requestId) {
        answers.merge(requestId, 1, Integer::sum);
    }
}
