package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.carrier.Carrier;
import io.dronedelivery.transport.domain.carrier.Carriers;
import io.dronedelivery.transport.domain.overland.Dispatch;
import io.dronedelivery.transport.domain.overland.InMemoryJobs;
import io.dronedelivery.transport.domain.overland.Job;
import io.dronedelivery.transport.domain.overland.Overland;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The service in memory, with a manual clock. */
final class InMemoryTransport {
    static final Position ZURICH = new Position(47.3769, 8.5417);
    static final Position BERN = new Position(46.9480, 7.4474);
    static final Position MADRID = new Position(40.4168, -3.7038);

    private Instant now = Instant.parse("2026-05-01T08:00:00Z");
    final List<ShipmentProgress> published = new ArrayList<>();
    final InMemoryConsignments consignments = new InMemoryConsignments(published::add);
    final InMemoryJobs jobs = new InMemoryJobs();
    final Bookings bookings;
    final DeliveryEventHandler deliveryEvents;
    final Dispatch dispatch;

    InMemoryTransport() {
        this(carrier -> carrier);
    }

    InMemoryTransport(UnaryOperator<Carrier> around) {
        Carrier overland = around.apply(new Overland(jobs, this::now));
        bookings = new Bookings(consignments, new Carriers(List.of(overland)), this::now);
        deliveryEvents = new DeliveryEventHandler(bookings);
        dispatch = new Dispatch(
                jobs, (carrier, report) -> bookings.report(carrier, report).replaceWithVoid(), this::now);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Outcome<Shipment> book(String deliveryId, int attempt, Booking booking) {
        return done(bookings.book(deliveryId, attempt, booking));
    }

    Booking booking(int weightGrams, Position dropoff, Duration within) {
        return new Booking(ZURICH, dropoff, new Parcel(Parcel.Size.LARGE, weightGrams, null), now, now.plus(within));
    }

    Booking feasible() {
        return booking(20_000, BERN, Duration.ofHours(6));
    }

    List<Stage> stages(int attempt) {
        return published.stream()
                .filter(progress -> progress.attempt() == attempt)
                .map(ShipmentProgress::stage)
                .toList();
    }

    /** The references for which a van is on its way or will be. */
    List<String> vans() {
        return jobs.all().stream()
                .filter(job -> job.next().isPresent())
                .map(Job::reference)
                .toList();
    }

    static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
