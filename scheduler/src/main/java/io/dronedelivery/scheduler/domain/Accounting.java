package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.smallrye.mutiny.Uni;

/** Where the money for a delivery is held. */
@FunctionalInterface
public interface Accounting {
    Uni<Outcome<Charge>> hold(String deliveryId, int attempt, Hold hold);
}
