package io.dronedelivery.delivery.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.DeliveryView.RefusedChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is on file of a delivery in every state.
 *
 * @param requestId the request that began it
 * @param order what is to be carried out, as last scheduled
 * @param version the number of its last event
 * @param pin what the hand-over is confirmed with, where a PIN was asked for
 * @param attempts all of them, in order: attempt n is at n - 1
 * @param halted the requests that nothing is to be done for, with the reason
 * @param refusals what its owner is told of changes that were refused
 * @param keyUses the first request of each idempotency key: the key's id, and the request's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Dossier(
        String deliveryId,
        String accountId,
        String requestId,
        DeliveryOrder order,
        Instant requestedAt,
        Instant changedAt,
        long version,
        @Nullable String pin,
        List<Attempt> attempts,
        Map<String, String> halted,
        List<RefusedChange> refusals,
        Map<String, String> keyUses) {

    Dossier {
        // A document that was stored before keys were remembered has none.
        keyUses = Objects.requireNonNullElse(keyUses, Map.of());
    }

    static Dossier of(ScheduleDelivery request, @Nullable String pin) {
        Instant requestedAt = request.requestedAt();
        return new Dossier(
                        request.deliveryId(),
                        request.accountId(),
                        request.requestId(),
                        request.order(),
                        requestedAt,
                        requestedAt,
                        0,
                        pin,
                        List.of(),
                        Map.of(),
                        List.of(),
                        Map.of())
                .using(request);
    }

    /** With one more event told. */
    Dossier at(Moment moment) {
        return copy(order, moment.at(), version + 1, attempts, halted, refusals);
    }

    Dossier with(DeliveryOrder changed) {
        return copy(changed, changedAt, version, attempts, halted, refusals);
    }

    /** With the attempt added, or in place of the one of its number. */
    Dossier with(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        if (attempt.number() > all.size()) {
            all.add(attempt);
        } else {
            all.set(attempt.number() - 1, attempt);
        }
        return copy(order, changedAt, version, List.copyOf(all), halted, refusals);
    }

    Dossier halting(String request, String reason) {
        Map<String, String> all = new TreeMap<>(halted);
        all.put(request, reason);
        return copy(order, changedAt, version, attempts, all, refusals);
    }

    Dossier refusing(RefusedChange refusal) {
        List<RefusedChange> all = new ArrayList<>(refusals);
        all.add(refusal);
        return copy(order, changedAt, version, attempts, halted, List.copyOf(all));
    }

    /** Remembering that its key was used for the request, unless it was used before. */
    Dossier using(DeliveryRequest request) {
        if (request.keyId() == null || keyUses.containsKey(request.keyId())) {
            return this;
        }
        Map<String, String> all = new TreeMap<>(keyUses);
        all.put(request.keyId(), request.requestId());
        return new Dossier(
                deliveryId,
                accountId,
                requestId,
                order,
                requestedAt,
                changedAt,
                version,
                pin,
                attempts,
                halted,
                refusals,
                all);
    }

    /** Whether its key was used before, for another request. */
    boolean usedForAnother(DeliveryRequest request) {
        return request.keyId() != null
                && !request.requestId().equals(keyUses.getOrDefault(request.keyId(), request.requestId()));
    }

    /** The answer that the request's opening got, if it was answered. */
    Optional<Opening> answered(String request) {
        String reason = halted.get(request);
        if (reason != null) {
            return Optional.of(new Halt(reason));
        }
        return attempts.stream()
                .filter(attempt -> attempt.requestId().equals(request))
                .findFirst()
                .map(attempt -> new Proceed(attempt.number(), attempt.order()));
    }

    Optional<Attempt> attempt(int number) {
        return number < 1 || number > attempts.size() ? Optional.empty() : Optional.of(attempts.get(number - 1));
    }

    /** The attempt that the request is to bring back the forerunner of, or to schedule anew. */
    Optional<Attempt> restoredBy(String request) {
        return attempts.stream().filter(attempt -> attempt.restoredBy(request)).findFirst();
    }

    /** The change that is being arranged. */
    Optional<Attempt> pendingChange() {
        return attempt(latest()).filter(attempt -> attempt.pending() && attempt.purpose() != Attempt.Purpose.SCHEDULE);
    }

    /** Whether a change is being arranged, or what was before a failed one is about to be brought back. */
    boolean changing() {
        return pendingChange().isPresent()
                || attempt(latest()).filter(Attempt::toBeRestored).isPresent();
    }

    /** How often it was scheduled anew after a flight or shipment that failed. */
    long recoveries() {
        return attempts.stream()
                .filter(attempt -> attempt.purpose() == Attempt.Purpose.RECOVER)
                .count();
    }

    /** The latest attempt that began with the parcel back at its pickup; 0 where it never was away. */
    int recovered() {
        return attempts.stream()
                .filter(attempt -> attempt.purpose() == Attempt.Purpose.RECOVER)
                .mapToInt(Attempt::number)
                .max()
                .orElse(0);
    }

    /** The number of the latest attempt; 0 before the first. */
    int latest() {
        return attempts.size();
    }

    private Dossier copy(
            DeliveryOrder orderNow,
            Instant changedNow,
            long versionNow,
            List<Attempt> attemptsNow,
            Map<String, String> haltedNow,
            List<RefusedChange> refusalsNow) {
        return new Dossier(
                deliveryId,
                accountId,
                requestId,
                orderNow,
                requestedAt,
                changedNow,
                versionNow,
                pin,
                attemptsNow,
                haltedNow,
                refusalsNow,
                keyUses);
    }
}
