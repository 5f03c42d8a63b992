package io.dronedelivery.testing.invariants;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.testing.invariants.Snapshot.StoredCharge;
import java.util.List;
import java.util.Map;

/** A completed delivery is charged once, no other delivery is charged. */
final class Captures {
    private Captures() {}

    static Finding check(Snapshot snapshot) {
        Map<String, Long> captures = snapshot.charges().stream()
                .filter(charge -> charge.state() == Charges.State.CAPTURED)
                .collect(groupingBy(StoredCharge::deliveryId, counting()));
        List<String> violations = snapshot.deliveries().stream()
                .filter(delivery -> captures.getOrDefault(delivery.deliveryId(), 0L)
                        != (delivery.status() == DeliveryStatus.COMPLETED ? 1L : 0L))
                .map(delivery -> delivery.deliveryId() + " is " + delivery.status() + " and captured "
                        + captures.getOrDefault(delivery.deliveryId(), 0L) + " times")
                .toList();
        return new Finding(
                Invariant.CAPTURED_IFF_COMPLETED, snapshot.deliveries().size(), violations);
    }
}
