package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.transport.domain.carrier.Carrier;
import io.dronedelivery.transport.domain.carrier.Reference;
import io.smallrye.mutiny.Uni;
import java.util.random.RandomGenerator;

/** A carrier that often fails, before or after its work: the caller can't tell which. */
record UnreliableCarrier(Carrier carrier, RandomGenerator random) implements Carrier {
    private static final double FAILURE_PROBABILITY = 0.2;

    @Override
    public String name() {
        return carrier.name();
    }

    @Override
    public Uni<Outcome<Offer>> offer(Reference reference, Booking booking) {
        return unreliable(carrier.offer(reference, booking));
    }

    @Override
    public Uni<Outcome<Offer>> book(Reference reference, Booking booking) {
        return unreliable(carrier.book(reference, booking));
    }

    @Override
    public Uni<Void> cancel(Reference reference) {
        return unreliable(carrier.cancel(reference));
    }

    private <T> Uni<T> unreliable(Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            if (random.nextDouble() < FAILURE_PROBABILITY) {
                return Uni.createFrom().failure(new IllegalStateException("not reached"));
            }
            return random.nextDouble() < FAILURE_PROBABILITY
                    ? call.chain(() -> Uni.createFrom().failure(new IllegalStateException("no answer")))
                    : call;
        });
    }
}
