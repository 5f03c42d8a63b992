package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One delivery as the watch follows it. What its messages tell only adds to it, so that their order doesn't matter, nor how
 * often they come.
 *
 * @param promises every request that was made of it
 * @param flight as it was scheduled last, if it was
 * @param custodies what was heard of the parcel, by attempt
 * @param alerts all that were raised, those that are settled included
 */
public record Course(
        String deliveryId,
        Story story,
        List<Promise> promises,
        @Nullable Flight flight,
        List<Custody> custodies,
        List<Alert> alerts) {

    static Course of(String deliveryId) {
        return new Course(deliveryId, Story.NONE, List.of(), null, List.of(), List.of());
    }

    /** When it is to be looked at next; empty where nothing is awaited. */
    public Optional<Instant> nextLook() {
        Stream<Instant> flightLook = flight == null || story.hasEnded() ? Stream.of() : flight.nextLook().stream();
        return Stream.concat(promises.stream().flatMap(promise -> promise.nextLook().stream()), flightLook)
                .min(Instant::compareTo);
    }

    /** What was asked for and is not answered. */
    public List<DeliveryRequest> unanswered() {
        return promises.stream()
                .flatMap(promise -> promise.unanswered().stream())
                .toList();
    }

    /** The request of that id, if it is known. */
    public Optional<Promise> promise(String requestId) {
        return promises.stream()
                .filter(promise -> promise.requestId().equals(requestId))
                .findFirst();
    }

    /** The alert of that id, if there is one. */
    public Optional<Alert> alert(String id) {
        return alerts.stream().filter(alert -> alert.id().equals(id)).findFirst();
    }

    /** Whether there is such a delivery: somebody ordered it, or it was told of. */
    boolean exists() {
        return story.ordered() || story.last() != null;
    }

    Course with(Story now) {
        return new Course(deliveryId, now, promises, flight, custodies, alerts);
    }

    Course with(Flight now) {
        return new Course(deliveryId, story, promises, now, custodies, alerts);
    }

    Course with(Promise promise) {
        return withPromises(put(promises, promise, Promise::requestId));
    }

    Course withPromises(List<Promise> now) {
        return new Course(deliveryId, story, now, flight, custodies, alerts);
    }

    Course with(Custody custody) {
        return new Course(deliveryId, story, promises, flight, put(custodies, custody, Custody::attempt), alerts);
    }

    Course with(Alert alert) {
        return withAlerts(put(alerts, alert, Alert::id));
    }

    Course withAlerts(List<Alert> now) {
        return new Course(deliveryId, story, promises, flight, custodies, now);
    }

    Custody custody(int attempt) {
        return custodies.stream()
                .filter(custody -> custody.attempt() == attempt)
                .findFirst()
                .orElseGet(() -> Custody.none(attempt));
    }

    /** The attempt that was scheduled after that one, if any was. */
    Optional<Integer> scheduledAfter(int attempt) {
        return Optional.ofNullable(flight).map(Flight::attempt).filter(latest -> latest > attempt);
    }

    /** The flight, where it is to be looked at. */
    Optional<Flight> flightDue(Instant now) {
        return Optional.ofNullable(flight)
                .filter(_ -> !story.hasEnded())
                .filter(due -> due.nextLook().filter(at -> !at.isAfter(now)).isPresent());
    }

    /** In the place of the one of that name, or behind the others. */
    private static <T> List<T> put(List<T> all, T one, Function<T, Object> name) {
        Object its = name.apply(one);
        return all.stream().anyMatch(other -> name.apply(other).equals(its))
                ? all.stream()
                        .map(other -> name.apply(other).equals(its) ? one : other)
                        .toList()
                : Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
