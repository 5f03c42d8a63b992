package io.dronedelivery.transport.domain.overland;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.carrier.Carrier;
import io.dronedelivery.transport.domain.carrier.Reference;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;

/** The simulated carrier: vans by road. Its times follow from the reference, so that every run has the same. */
public final class Overland implements Carrier {
    public static final String NAME = "overland";

    private static final Limits LIMITS = new Limits(30_000, 200_000);
    private static final Duration PICKUP_AFTER_MIN = Duration.ofMinutes(15);
    private static final Duration PICKUP_AFTER_MAX = Duration.ofMinutes(30);
    private static final double METERS_PER_SECOND = 50 / 3.6;

    private final Jobs jobs;
    private final InstantSource clock;

    public Overland(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Outcome<Offer>> offer(Reference reference, Booking booking) {
        return Uni.createFrom().item(() -> plan(reference, booking));
    }

    private Outcome<Offer> plan(Reference reference, Booking booking) {
        Optional<String> objection = LIMITS.objection(booking);
        if (objection.isPresent()) {
            return declined(objection.get());
        }
        Instant pickupAt = later(clock.instant(), booking.readyAt()).plus(untilPickup(reference));
        double seconds = booking.pickup().metersTo(booking.dropoff()) / METERS_PER_SECOND;
        Instant dropoffAt = pickupAt.plusSeconds((long) Math.ceil(seconds));
        return dropoffAt.isAfter(booking.deadline())
                ? declined("delivers at " + dropoffAt + " at the earliest")
                : new Granted<>(new Offer(NAME, pickupAt, dropoffAt));
    }

    private static Duration untilPickup(Reference reference) {
        return Duration.ofSeconds(new SplittableRandom(reference.text().hashCode())
                .nextLong(PICKUP_AFTER_MIN.toSeconds(), PICKUP_AFTER_MAX.toSeconds() + 1));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public Uni<Outcome<Offer>> book(Reference reference, Booking booking) {
        return jobs.find(reference.text())
                .chain(known -> known.isPresent() ? Uni.createFrom().item(confirmed(known)) : keep(reference, booking));
    }

    private Uni<Outcome<Offer>> keep(Reference reference, Booking booking) {
        return switch (plan(reference, booking)) {
            case Granted<Offer>(Offer offer) ->
                jobs.keep(Job.of(reference, booking, offer)).map(Overland::confirmed);
            case Refused<Offer> refused -> Uni.createFrom().item(refused);
        };
    }

    private static Outcome<Offer> confirmed(Optional<Job> kept) {
        return kept.filter(job -> job.reported() != Stage.CANCELLED)
                .<Outcome<Offer>>map(job -> new Granted<>(job.offer()))
                .orElseGet(() -> declined("has cancelled the booking"));
    }

    @Override
    public Uni<Void> cancel(Reference reference) {
        return jobs.cancel(reference.text());
    }

    private static Outcome<Offer> declined(String why) {
        return new Refused<>(Refusal.NO_CARRIER, NAME + " " + why);
    }
}
