package io.dronedelivery.delivery.domain.lifecycle;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a delivery in every state.
 *
 * @param requestId the request that began it
 * @param order what is to be carried out, as last scheduled
 * @param version the number of its last event
 * @param pin what the hand-over is confirmed with, where a PIN was asked for
 * @param attempts all of them, in order: attempt n is at n - 1
 * @param halted the requests that are not carried out, each with the reason
 * @param refusals the changes that were refused, as its owner is shown them
 * @param keyUses the first request of each idempotency key: the key's id, and the request's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryRecord(
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

    public DeliveryRecord {
        // Documents of the time before idempotency keys were kept have none.
        keyUses = Objects.requireNonNullElse(keyUses, Map.of());
    }

    public static DeliveryRecord of(ScheduleDelivery request, @Nullable String pin) {
        return new DeliveryRecord(
                        request.deliveryId(),
                        request.accountId(),
                        request.requestId(),
                        request.order(),
                        request.requestedAt(),
                        request.requestedAt(),
                        0,
                        pin,
                        List.of(),
                        Map.of(),
                        List.of(),
                        Map.of())
                .withKeyOf(request);
    }

    /** With one more event published. */
    DeliveryRecord afterEvent(Trigger trigger) {
        return copy(order, trigger.at(), version + 1, attempts, halted, refusals, keyUses);
    }

    DeliveryRecord with(DeliveryOrder changed) {
        return copy(changed, changedAt, version, attempts, halted, refusals, keyUses);
    }

    /** With the attempt added, or in place of the one of its number. */
    public DeliveryRecord with(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        if (attempt.number() > all.size()) {
            all.add(attempt);
        } else {
            all.set(attempt.number() - 1, attempt);
        }
        return copy(order, changedAt, version, List.copyOf(all), halted, refusals, keyUses);
    }

    public DeliveryRecord withHalted(String request, String reason) {
        Map<String, String> all = new TreeMap<>(halted);
        all.put(request, reason);
        return copy(order, changedAt, version, attempts, all, refusals, keyUses);
    }

    DeliveryRecord withRefusal(RefusedChange refusal) {
        List<RefusedChange> all = new ArrayList<>(refusals);
        all.add(refusal);
        return copy(order, changedAt, version, attempts, halted, List.copyOf(all), keyUses);
    }

    /** With the request as the first one under its idempotency key, unless another was first. */
    public DeliveryRecord withKeyOf(DeliveryRequest request) {
        if (request.keyId() == null || keyUses.containsKey(request.keyId())) {
            return this;
        }
        Map<String, String> all = new TreeMap<>(keyUses);
        all.put(request.keyId(), request.requestId());
        return copy(order, changedAt, version, attempts, halted, refusals, all);
    }

    /** Whether its idempotency key was used before, for another request. */
    public boolean keyUsedForAnother(DeliveryRequest request) {
        return request.keyId() != null
                && !request.requestId().equals(keyUses.getOrDefault(request.keyId(), request.requestId()));
    }

    /** The answer that the request got when it was opened, if it was. */
    public Optional<Opening> openingOf(String request) {
        String reason = halted.get(request);
        if (reason != null) {
            return Optional.of(new Halt(reason));
        }
        return attempts.stream()
                .filter(attempt -> attempt.requestId().equals(request))
                .findFirst()
                .map(attempt -> new Proceed(attempt.number(), attempt.order()));
    }

    public Optional<Attempt> attempt(int number) {
        return number < 1 || number > attempts.size() ? Optional.empty() : Optional.of(attempts.get(number - 1));
    }

    /** The attempt whose closure named the request: to bring back what it replaced, or to schedule it anew. */
    public Optional<Attempt> restoredBy(String request) {
        return attempts.stream()
                .filter(attempt -> attempt.restore()
                        .filter(restore -> restore.requestId().equals(request))
                        .isPresent())
                .findFirst();
    }

    /** The change that is being arranged. */
    public Optional<Attempt.Open> pendingChange() {
        return attempt(latestAttempt()).flatMap(attempt -> switch (attempt) {
            case Attempt.Open open when open.purpose() != Attempt.Purpose.SCHEDULE -> Optional.of(open);
            case Attempt.Open _, Attempt.Scheduled _, Attempt.Closed _ -> Optional.empty();
        });
    }

    /** Whether a change is being arranged, or what was scheduled before a failed change is about to be brought back. */
    public boolean changing() {
        return pendingChange().isPresent()
                || attempt(latestAttempt()).flatMap(Attempt::restore).isPresent();
    }

    /** How often it was scheduled anew after a flight or shipment that failed. */
    public long recoveries() {
        return recoveryAttempts().count();
    }

    /** The latest attempt that began with the parcel back at its pickup; 0 where the parcel never was away. */
    public int latestRecovery() {
        return recoveryAttempts().mapToInt(Attempt::number).max().orElse(0);
    }

    private Stream<Attempt> recoveryAttempts() {
        return attempts.stream().filter(attempt -> attempt.purpose() == Attempt.Purpose.RECOVER);
    }

    /** The number of the latest attempt; 0 before the first. */
    public int latestAttempt() {
        return attempts.size();
    }

    private DeliveryRecord copy(
            DeliveryOrder orderNow,
            Instant changedNow,
            long versionNow,
            List<Attempt> attemptsNow,
            Map<String, String> haltedNow,
            List<RefusedChange> refusalsNow,
            Map<String, String> keyUsesNow) {
        return new DeliveryRecord(
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
                keyUsesNow);
    }
}
