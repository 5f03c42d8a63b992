package io.dronedelivery.delivery.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.delivery.DeliveryView.RefusedChange;
import java.util.Optional;

/**
 * A delivery: one record per status, with the transitions that this status permits, each a {@link Step} with its event.
 * The rules decide which to take ({@link Rules}); here it is only said which there are.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(Delivery.Pending.class),
    @JsonSubTypes.Type(Delivery.Scheduled.class),
    @JsonSubTypes.Type(Delivery.HeadedToPickup.class),
    @JsonSubTypes.Type(Delivery.PickedUp.class),
    @JsonSubTypes.Type(Delivery.HeadedToDropoff.class),
    @JsonSubTypes.Type(Delivery.Arriving.class),
    @JsonSubTypes.Type(Delivery.Recovering.class),
    @JsonSubTypes.Type(Delivery.Restarting.class),
    @JsonSubTypes.Type(Ended.Completed.class),
    @JsonSubTypes.Type(Ended.Cancelled.class),
    @JsonSubTypes.Type(Ended.Rejected.class),
    @JsonSubTypes.Type(Ended.Returned.class),
    @JsonSubTypes.Type(Ended.Failed.class)
})
public sealed interface Delivery permits Cancellable, Carried, Ended {
    Dossier dossier();

    DeliveryStatus status();

    /** The same with something else on file. */
    Delivery on(Dossier file);

    /** How it is or was carried out, once scheduled. */
    default Optional<Carriage> carried() {
        return switch (this) {
            case Pending _ -> Optional.empty();
            case Carried under -> Optional.of(under.carriage());
            case Restarting restarting -> Optional.of(restarting.carriage());
            case Ended ended -> Optional.ofNullable(ended.carriage());
        };
    }

    /** The attempt that counts; 0 before the first. */
    default int attempt() {
        return dossier().latest();
    }

    default Header header(Moment moment) {
        Dossier file = dossier();
        return new Header(
                file.deliveryId(), file.version(), file.accountId(), attempt(), status(), moment.at(), moment.cause());
    }

    /** A change was refused; the status stays. */
    default Step refuse(RefusedChange refused, Moment moment) {
        Delivery after = on(dossier().refusing(refused).at(moment));
        return new Step(
                after,
                new DeliveryEvent.DeliveryChangeRefused(
                        after.header(moment), refused.requestId(), refused.code(), refused.detail()));
    }

    /** Accepted. */
    record Pending(Dossier dossier) implements Changeable {
        static Step request(Dossier file, Moment moment) {
            Pending after = new Pending(file.at(moment));
            return new Step(
                    after, new DeliveryEvent.DeliveryRequested(after.header(moment), file.requestId(), file.order()));
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.PENDING;
        }

        @Override
        public Pending on(Dossier file) {
            return new Pending(file);
        }
    }

    /** Everything is arranged. */
    record Scheduled(Dossier dossier, Carriage carriage) implements Changeable, Carried {
        Step depart(Moment moment) {
            HeadedToPickup after = new HeadedToPickup(dossier.at(moment), carriage);
            return new Step(after, new DeliveryEvent.DeliveryHeadedToPickup(after.header(moment)));
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.SCHEDULED;
        }

        @Override
        public Scheduled on(Dossier file) {
            return new Scheduled(file, carriage);
        }

        @Override
        public Scheduled with(Carriage known) {
            return new Scheduled(dossier, known);
        }
    }

    /** On the way to the parcel. */
    record HeadedToPickup(Dossier dossier, Carriage carriage) implements Changeable, Carried {
        Step pickUp(Moment moment) {
            PickedUp after = new PickedUp(dossier.at(moment), carriage);
            return new Step(after, new DeliveryEvent.DeliveryPickedUp(after.header(moment)));
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.HEADED_TO_PICKUP;
        }

        @Override
        public HeadedToPickup on(Dossier file) {
            return new HeadedToPickup(file, carriage);
        }

        @Override
        public HeadedToPickup with(Carriage known) {
            return new HeadedToPickup(dossier, known);
        }
    }

    /** The parcel is with who carries it. */
    record PickedUp(Dossier dossier, Carriage carriage) implements Carried {
        Step carryOff(Moment moment) {
            HeadedToDropoff after = new HeadedToDropoff(dossier.at(moment), carriage);
            return new Step(after, new DeliveryEvent.DeliveryHeadedToDropoff(after.header(moment)));
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.PICKED_UP;
        }

        @Override
        public PickedUp on(Dossier file) {
            return new PickedUp(file, carriage);
        }

        @Override
        public PickedUp with(Carriage known) {
            return new PickedUp(dossier, known);
        }
    }

    /** The parcel is on its way. */
    record HeadedToDropoff(Dossier dossier, Carriage carriage) implements Carried {
        Step arrive(Moment moment) {
            Arriving after = new Arriving(dossier.at(moment), carriage);
            return new Step(after, new DeliveryEvent.DeliveryArriving(after.header(moment)));
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.HEADED_TO_DROPOFF;
        }

        @Override
        public HeadedToDropoff on(Dossier file) {
            return new HeadedToDropoff(file, carriage);
        }

        @Override
        public HeadedToDropoff with(Carriage known) {
            return new HeadedToDropoff(dossier, known);
        }
    }

    /** Close to the drop-off, or there and not confirmed yet. */
    record Arriving(Dossier dossier, Carriage carriage) implements Carried {
        Step complete(Moment moment) {
            return Ended.Completed.of(dossier, carriage, moment);
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.ARRIVING;
        }

        @Override
        public Arriving on(Dossier file) {
            return new Arriving(file, carriage);
        }

        @Override
        public Arriving with(Carriage known) {
            return new Arriving(dossier, known);
        }
    }

    /** The flight or shipment failed; it may turn out to have succeeded after all. */
    record Recovering(Dossier dossier, Carriage carriage, Reason reason) implements Cancellable, Carried {
        Step complete(Moment moment) {
            return Ended.Completed.of(dossier, carriage, moment);
        }

        /** The attempt is closed, so that nothing it still reports counts. */
        Restarting restart() {
            return new Restarting(dossier, carriage, reason);
        }

        Step giveBack(Reason why, Moment moment) {
            return Ended.Returned.of(dossier, carriage, why, moment);
        }

        Step fail(Reason why, Moment moment) {
            return Ended.Failed.of(dossier, carriage, why, moment);
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.RECOVERING;
        }

        @Override
        public Recovering on(Dossier file) {
            return new Recovering(file, carriage, reason);
        }

        @Override
        public Recovering with(Carriage known) {
            return new Recovering(dossier, known, reason);
        }
    }

    /** The failed attempt is closed, and the delivery is being scheduled anew: nobody carries it, the parcel is at its pickup. */
    record Restarting(Dossier dossier, Carriage carriage, Reason reason) implements Schedulable {
        Step fail(Reason why, Moment moment) {
            return Ended.Failed.of(dossier, carriage, why, moment);
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.RECOVERING;
        }

        @Override
        public Restarting on(Dossier file) {
            return new Restarting(file, carriage, reason);
        }
    }
}
