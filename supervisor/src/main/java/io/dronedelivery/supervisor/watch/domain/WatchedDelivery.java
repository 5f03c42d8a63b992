package io.dronedelivery.supervisor.watch.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One delivery as the watch follows it. Its messages only add to what is known. So neither their order matters, nor how often
 * they come.
 *
 * @param requests every request for it
 * @param flight as it was scheduled last, if it was
 * @param custodies what is known of the parcel, by attempt
 * @param alerts all that were raised, the settled ones included
 */
public record WatchedDelivery(
        String deliveryId,
        @JsonProperty("story") DeliveryHistory history,
        @JsonProperty("promises") List<WatchedRequest> requests,
        @Nullable Flight flight,
        List<ParcelCustody> custodies,
        List<Alert> alerts) {

    static WatchedDelivery of(String deliveryId) {
        return new WatchedDelivery(deliveryId, DeliveryHistory.NONE, List.of(), null, List.of(), List.of());
    }

    /** When it is to be checked next; empty where nothing is awaited. */
    public Optional<Instant> nextCheck() {
        Stream<Instant> flightCheck = flight == null || history.hasEnded() ? Stream.of() : flight.nextCheck().stream();
        return Stream.concat(requests.stream().flatMap(request -> request.nextCheck().stream()), flightCheck)
                .min(Instant::compareTo);
    }

    public List<DeliveryRequest> unanswered() {
        return requests.stream()
                .flatMap(request -> request.unanswered().stream())
                .toList();
    }

    public Optional<WatchedRequest> request(String requestId) {
        return requests.stream()
                .filter(request -> request.requestId().equals(requestId))
                .findFirst();
    }

    public Optional<Alert> alert(String id) {
        return alerts.stream().filter(alert -> alert.id().equals(id)).findFirst();
    }

    /** Whether there is such a delivery: somebody ordered it, or one of its events was read. */
    boolean exists() {
        return history.ordered() || history.last() != null;
    }

    WatchedDelivery with(DeliveryHistory now) {
        return new WatchedDelivery(deliveryId, now, requests, flight, custodies, alerts);
    }

    public WatchedDelivery with(Flight now) {
        return new WatchedDelivery(deliveryId, history, requests, now, custodies, alerts);
    }

    public WatchedDelivery with(WatchedRequest request) {
        return withRequests(put(requests, request, WatchedRequest::requestId));
    }

    WatchedDelivery withRequests(List<WatchedRequest> now) {
        return new WatchedDelivery(deliveryId, history, now, flight, custodies, alerts);
    }

    WatchedDelivery with(ParcelCustody custody) {
        return new WatchedDelivery(
                deliveryId, history, requests, flight, put(custodies, custody, ParcelCustody::attempt), alerts);
    }

    public WatchedDelivery with(Alert alert) {
        return withAlerts(put(alerts, alert, Alert::id));
    }

    WatchedDelivery withAlerts(List<Alert> now) {
        return new WatchedDelivery(deliveryId, history, requests, flight, custodies, now);
    }

    ParcelCustody custody(int attempt) {
        return custodies.stream()
                .filter(custody -> custody.attempt() == attempt)
                .findFirst()
                .orElseGet(() -> ParcelCustody.none(attempt));
    }

    /** The attempt that was scheduled after that one, if any was. */
    Optional<Integer> scheduledAfter(int attempt) {
        return Optional.ofNullable(flight).map(Flight::attempt).filter(latest -> latest > attempt);
    }

    Optional<Flight> flightDue(Instant now) {
        return Optional.ofNullable(flight)
                .filter(_ -> !history.hasEnded())
                .filter(due -> due.nextCheck().filter(at -> !at.isAfter(now)).isPresent());
    }

    /** Replaces the one of the same key, or adds it at the end. */
    private static <T> List<T> put(List<T> all, T one, Function<T, Object> key) {
        Object its = key.apply(one);
        return all.stream().anyMatch(other -> key.apply(other).equals(its))
                ? all.stream()
                        .map(other -> key.apply(other).equals(its) ? one : other)
                        .toList()
                : Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
