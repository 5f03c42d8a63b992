package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import org.jspecify.annotations.Nullable;

/** A delivery that has ended: no transition leads on. */
sealed interface Ended extends Delivery {
    /** How it was carried out; absent where it never came to that. */
    @Nullable
    Carriage carriage();

    /** Handed over. */
    record Completed(Dossier dossier, Carriage carriage) implements Ended {
        static Step of(Dossier file, Carriage carriage, Moment moment) {
            Completed after = new Completed(file.at(moment), carriage);
            return new Step(after, new DeliveryEvent.DeliveryCompleted(after.header(moment)));
        }

        /** The one that brought the parcel, whatever was opened beside it. */
        @Override
        public int attempt() {
            return carriage.attempt();
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.COMPLETED;
        }

        @Override
        public Completed on(Dossier file) {
            return new Completed(file, carriage);
        }
    }

    /** Cancelled by its customer. */
    record Cancelled(Dossier dossier, @Nullable Carriage carriage) implements Ended {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.CANCELLED;
        }

        @Override
        public Cancelled on(Dossier file) {
            return new Cancelled(file, carriage);
        }
    }

    /** It could not be scheduled. */
    record Rejected(Dossier dossier, @Nullable Carriage carriage, Reason reason) implements Ended {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.REJECTED;
        }

        @Override
        public Rejected on(Dossier file) {
            return new Rejected(file, carriage, reason);
        }
    }

    /** The parcel went back to its sender. */
    record Returned(Dossier dossier, Carriage carriage, Reason reason) implements Ended {
        static Step of(Dossier file, Carriage carriage, Reason why, Moment moment) {
            Returned after = new Returned(file.at(moment), carriage, why);
            return new Step(after, new DeliveryEvent.DeliveryReturned(after.header(moment), why.detail()));
        }

        /** The one that had the parcel, whatever was opened beside it. */
        @Override
        public int attempt() {
            return carriage.attempt();
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.RETURNED;
        }

        @Override
        public Returned on(Dossier file) {
            return new Returned(file, carriage, reason);
        }
    }

    /** Tried, and not delivered. */
    record Failed(Dossier dossier, Carriage carriage, Reason reason) implements Ended {
        static Step of(Dossier file, Carriage carriage, Reason why, Moment moment) {
            Failed after = new Failed(file.at(moment), carriage, why);
            return new Step(after, new DeliveryEvent.DeliveryFailed(after.header(moment), why.code(), why.detail()));
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.FAILED;
        }

        @Override
        public Failed on(Dossier file) {
            return new Failed(file, carriage, reason);
        }
    }
}
