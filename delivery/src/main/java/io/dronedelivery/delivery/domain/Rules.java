package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The life of a delivery as one pure function: of a delivery and what comes to it, the events, the delivery after them
 * and the answer. Everything is idempotent: what comes twice changes nothing the second time, and is answered the same.
 */
public final class Rules {
    private Rules() {}

    /** A message of the drone's stream: ignored unless it is of the drone and the attempt that count. */
    public static Optional<Change> decide(Delivery delivery, DroneStream message, Instant now) {
        return decide(delivery, List.of(message), now);
    }

    /** Several of them, in the order they came. */
    public static Optional<Change> decide(Delivery delivery, List<DroneStream> messages, Instant now) {
        if (!(delivery instanceof Carried carried)) {
            return Optional.empty();
        }
        FlightObserver observer = new FlightObserver(
                Route.of(carried.dossier().order(), carried.carriage().assignment()));
        Change change = Change.quiet(carried);
        for (DroneStream message : messages) {
            if (change.delivery() instanceof Carried under) {
                Change before = change;
                change = learn(under, message, observer)
                        .map(carriage -> new Stages(now).advance(before.on(under.with(carriage))))
                        .orElse(before);
            }
        }
        boolean worthStoring =
                !change.events().isEmpty() || !settled(change.delivery()).equals(settled(delivery));
        return worthStoring ? Optional.of(change) : Optional.empty();
    }

    private static Optional<Carriage> settled(Delivery delivery) {
        return delivery.carried().map(Carriage::settled);
    }

    /** What a message adds to what is known of how it goes. */
    private static Optional<Carriage> learn(Carried carried, DroneStream message, FlightObserver observer) {
        Carriage carriage = carried.carriage();
        return carriage.evidence() instanceof FlightEvidence known && counts(carried, message)
                ? Optional.of(carriage.with(observer.observe(known, message)))
                : Overtaken.hasTheParcel(carried, message).map(carriage::elsewhere);
    }

    /** An attempt counts until a later one is scheduled, or it is closed: from then on its drone is fenced off. */
    static boolean counts(Carried carried, DroneStream message) {
        MissionReference mission = message.mission();
        Carriage carriage = carried.carriage();
        return mission != null
                && mission.deliveryId().equals(carried.dossier().deliveryId())
                && mission.attempt() == carriage.attempt()
                && message.droneId().equals(carriage.assignment().carrier());
    }

    /** A carrier's report. It may come before everything is arranged, so it is kept with the attempt. */
    public static Optional<Change> decide(Delivery delivery, ShipmentProgress progress, Instant now) {
        Dossier file = delivery.dossier();
        boolean counts = progress.attempt() == file.latest() || progress.attempt() == delivery.attempt();
        if (delivery instanceof Ended || !counts) {
            return Optional.empty();
        }
        Optional<Attempt> attempt = file.attempt(progress.attempt()).filter(known -> known.closed() == null);
        ShipmentEvidence known = attempt.map(Attempt::shipment).orElse(ShipmentEvidence.NONE);
        ShipmentEvidence grown = known.with(progress);
        if (attempt.isEmpty() || grown.equals(known)) {
            return Optional.empty();
        }
        Delivery after = delivery.on(file.with(attempt.get().with(grown)));
        if (after instanceof Carried carried
                && carried.attempt() == progress.attempt()
                && carried.carriage().assignment().means() == Means.THIRD_PARTY) {
            after = carried.with(carried.carriage().with(grown));
        }
        return Optional.of(new Stages(now).advance(Change.quiet(after)));
    }

    /** A request was seen on its way to the scheduler: a new delivery becomes known. */
    public static Optional<Change> decide(
            Optional<Delivery> delivery, DeliveryRequest request, @Nullable String pin, Instant now) {
        return new RequestRules(pin, now).see(delivery, request);
    }

    /** The scheduler begins to carry a request out. Empty: the delivery is not known yet, so ask again. */
    public static Decision<Optional<Opening>> open(
            Optional<Delivery> delivery, DeliveryRequest request, @Nullable String pin, Instant now) {
        return new RequestRules(pin, now).open(delivery, request);
    }

    /** Everything is arranged for an attempt. */
    public static Decision<Outcome<DeliveryStatus>> decide(
            Optional<Delivery> delivery, int attempt, Schedule schedule, Instant now) {
        return new AttemptRules(now).schedule(delivery, attempt, schedule);
    }

    /** An attempt is given up. */
    public static Decision<Closing> decide(Optional<Delivery> delivery, int attempt, Closure closure, Instant now) {
        return new ClosureRules(now).close(delivery, attempt, closure);
    }

    /** The flight or shipment of an attempt is taken to have failed. */
    public static Decision<Outcome<DeliveryStatus>> decide(
            Optional<Delivery> delivery, int attempt, Interruption interruption, Instant now) {
        return new AttemptRules(now).interrupt(delivery, attempt, interruption);
    }

    /** The hand-over is confirmed. */
    public static Decision<Outcome<DeliveryStatus>> decide(
            Optional<Delivery> delivery, String accountId, Proof proof, Instant now) {
        return ConfirmationRules.confirm(delivery, accountId, proof, now);
    }
}
