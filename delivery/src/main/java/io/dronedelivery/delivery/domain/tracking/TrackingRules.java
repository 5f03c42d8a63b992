package io.dronedelivery.delivery.domain.tracking;

import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.delivery.domain.decision.StageRules;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.evidence.FlightEvidence;
import io.dronedelivery.delivery.domain.evidence.FlightObserver;
import io.dronedelivery.delivery.domain.evidence.Route;
import io.dronedelivery.delivery.domain.evidence.ShipmentEvidence;
import io.dronedelivery.delivery.domain.lifecycle.Attempt;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.dronedelivery.delivery.domain.lifecycle.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what a drone's messages and a carrier's reports change of a delivery. A message that comes twice changes nothing. */
public record TrackingRules(Instant now) {

    /** Messages of the drone's stream, in the order they came. Empty where they change nothing that is worth a write. */
    public Optional<Update> observe(Delivery delivery, List<DroneStream> messages) {
        if (!(delivery instanceof Delivery.Assigned assigned)) {
            return Optional.empty();
        }
        FlightObserver observer = new FlightObserver(
                Route.of(assigned.record().order(), assigned.transport().assignment()));
        Update update = Update.silent(assigned);
        for (DroneStream message : messages) {
            update = observe(update, message, observer);
        }
        boolean worthStoring =
                !update.events().isEmpty() || !essential(update.delivery()).equals(essential(delivery));
        return worthStoring ? Optional.of(update) : Optional.empty();
    }

    private Update observe(Update update, DroneStream message, FlightObserver observer) {
        return update.delivery() instanceof Delivery.Assigned assigned
                ? learn(assigned, message, observer)
                        .map(transport -> new StageRules(now).advance(update.with(assigned.with(transport))))
                        .orElse(update)
                : update;
    }

    private static Optional<Transport> essential(Delivery delivery) {
        return delivery.currentTransport().map(Transport::essential);
    }

    /** What the message adds; empty where it is of another drone or attempt. */
    private static Optional<Transport> learn(Delivery.Assigned delivery, DroneStream message, FlightObserver observer) {
        Transport transport = delivery.transport();
        return transport.evidence() instanceof FlightEvidence known && delivery.countsAsEvidence(message)
                ? Optional.of(transport.with(observer.observe(known, message)))
                : OvertakenDrone.hasTheParcel(delivery, message).map(transport::withParcelElsewhere);
    }

    /** A carrier's report. It may come before everything is arranged, so it is kept with the attempt. */
    public Optional<Update> report(Delivery delivery, ShipmentProgress progress) {
        boolean counts =
                progress.attempt() == delivery.record().latestAttempt() || progress.attempt() == delivery.attempt();
        if (delivery instanceof Ended || !counts) {
            return Optional.empty();
        }
        return delivery.record().attempt(progress.attempt()).flatMap(attempt -> switch (attempt) {
            case Attempt.NotClosed notClosed -> report(delivery, notClosed, progress);
            case Attempt.Closed _ -> Optional.empty();
        });
    }

    private Optional<Update> report(Delivery delivery, Attempt.NotClosed attempt, ShipmentProgress progress) {
        ShipmentEvidence grown = attempt.shipment().with(progress);
        if (grown.equals(attempt.shipment())) {
            return Optional.empty();
        }
        Delivery after = delivery.with(delivery.record().with(attempt.with(grown)));
        return Optional.of(new StageRules(now).advance(Update.silent(withEvidence(after, attempt.number(), grown))));
    }

    private static Delivery withEvidence(Delivery delivery, int attempt, ShipmentEvidence grown) {
        return delivery instanceof Delivery.Assigned assigned
                        && assigned.attempt() == attempt
                        && assigned.transport().assignment().means() == Means.THIRD_PARTY
                ? assigned.with(assigned.transport().with(grown))
                : delivery;
    }
}
