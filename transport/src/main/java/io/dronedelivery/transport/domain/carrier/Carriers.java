package io.dronedelivery.transport.domain.carrier;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.transport.domain.carrier.Carrier.Offer;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** All carriers there are. */
public final class Carriers {
    private final List<Carrier> carriers;

    public Carriers(List<Carrier> carriers) {
        if (carriers.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one carrier");
        }
        this.carriers = List.copyOf(carriers);
    }

    /** The offer that delivers first, or NO_CARRIER with what each of them says. */
    public Uni<Outcome<Offer>> best(Reference reference, Booking booking) {
        return Uni.join()
                .all(carriers.stream()
                        .map(carrier -> carrier.offer(reference, booking))
                        .toList())
                .andFailFast()
                .map(Carriers::earliest);
    }

    private static Outcome<Offer> earliest(List<Outcome<Offer>> answers) {
        return answers.stream()
                .filter(Granted.class::isInstance)
                .map(answer -> (Granted<Offer>) answer)
                .min(Comparator.comparing(granted -> granted.value().dropoffAt()))
                .<Outcome<Offer>>map(granted -> granted)
                .orElseGet(() -> new Refused<>(Refusal.NO_CARRIER, objections(answers)));
    }

    private static String objections(List<Outcome<Offer>> answers) {
        return answers.stream()
                .filter(Refused.class::isInstance)
                .map(answer -> ((Refused<Offer>) answer).detail())
                .collect(Collectors.joining("; ", "no carrier takes it: ", ""));
    }

    /** The carrier of that name, which was chosen before. */
    public Carrier named(String name) {
        return carriers.stream()
                .filter(carrier -> carrier.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no adapter for carrier " + name));
    }
}
