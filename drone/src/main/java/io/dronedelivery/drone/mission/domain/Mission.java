package io.dronedelivery.drone.mission.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a delivery, as far as the fleet is concerned. A mission only goes forward:
 *
 * <pre>
 * Refused
 * Reserved → Flyable → Withdrawn → Stopped
 *        └────────┴──→ Ended</pre>
 *
 * A mission that had a drone can be recalled also after its end. It is then withdrawn until its drone has stopped.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(Mission.Refused.class),
    @JsonSubTypes.Type(Mission.Reserved.class),
    @JsonSubTypes.Type(Mission.Flyable.class),
    @JsonSubTypes.Type(Mission.Withdrawn.class),
    @JsonSubTypes.Type(Mission.Stopped.class),
    @JsonSubTypes.Type(Mission.Ended.class)
})
public sealed interface Mission {
    int attempt();

    /** No drone can fly it. */
    record Refused(int attempt, Refusal code, String detail) implements Mission {}

    /** A mission that a drone was held for. */
    sealed interface WithDrone extends Mission {
        ReservationRequest request();

        Reservation reservation();

        /** Whether its drone is held for it. */
        boolean held();

        /** Whether its drone was ever ordered to fly it. */
        boolean ordered();

        @Override
        default int attempt() {
            return reservation().attempt();
        }

        default String droneId() {
            return reservation().droneId();
        }

        default MissionReference reference() {
            return new MissionReference(reservation().deliveryId(), attempt(), false);
        }

        /** Whether a report of which delivery knows nothing said that its drone has the parcel. */
        default boolean loaded() {
            return false;
        }

        /** From now on its drone has to give it up. */
        default Withdrawn withdraw(Instant now) {
            return new Withdrawn(request(), reservation(), held(), ordered(), now, false, loaded(), false, null);
        }
    }

    /** A drone is held; the delivery has not confirmed it yet. */
    record Reserved(ReservationRequest request, Reservation reservation) implements WithDrone {
        @Override
        public boolean held() {
            return true;
        }

        @Override
        public boolean ordered() {
            return false;
        }

        Flyable confirm() {
            return new Flyable(request, reservation, false);
        }

        Ended end() {
            return new Ended(request, reservation, false);
        }
    }

    /**
     * The delivery has confirmed it: a drone flies it, or is about to.
     *
     * @param loaded whether a rejected report said that its drone has the parcel
     */
    record Flyable(ReservationRequest request, Reservation reservation, boolean loaded) implements WithDrone {
        @Override
        public boolean held() {
            return true;
        }

        @Override
        public boolean ordered() {
            return true;
        }

        Flyable load() {
            return new Flyable(request, reservation, true);
        }

        Ended end() {
            return new Ended(request, reservation, true);
        }

        Flight flight() {
            return new Flight(
                    reference(), request.pickup(), request.dropoff(), request.weightGrams(), request.readyAt());
        }
    }

    /**
     * Its drone has to give it up, and it is not known, or not told yet, that it has.
     *
     * @param since when it was withdrawn
     * @param recalled whether it was recalled, so that its stop is published
     * @param loaded whether a report since then, or a rejected one before, said that its drone has the parcel
     * @param inVain whether the parcel is not at its pickup: an earlier drone has it, or may have it
     * @param known how it is known that its drone has stopped; absent if it is not known
     */
    record Withdrawn(
            ReservationRequest request,
            Reservation reservation,
            boolean held,
            boolean ordered,
            Instant since,
            boolean recalled,
            boolean loaded,
            boolean inVain,
            @Nullable Because known)
            implements WithDrone {

        Withdrawn recall() {
            return new Withdrawn(request, reservation, held, ordered, since, true, loaded, inVain, known);
        }

        Withdrawn release() {
            return new Withdrawn(request, reservation, false, ordered, since, recalled, loaded, inVain, known);
        }

        Withdrawn load() {
            return new Withdrawn(request, reservation, held, ordered, since, recalled, true, inVain, known);
        }

        /** A drone that has stopped, or is not held any more, goes to no pickup anyway. */
        Withdrawn flyInVain() {
            return held && known == null
                    ? new Withdrawn(request, reservation, true, ordered, since, recalled, loaded, true, null)
                    : this;
        }

        /** Its drone was written off. That changes nothing if it was never sent, or has stopped. */
        Withdrawn lose() {
            return ordered && known == null ? knownToHaveStopped(Because.WRITTEN_OFF) : this;
        }

        Withdrawn knownToHaveStopped(Because because) {
            return new Withdrawn(request, reservation, held, ordered, since, recalled, loaded, inVain, because);
        }

        /** Its drone has stopped, and everybody who has to know is told. */
        Stopped stop(Because because) {
            return new Stopped(this, known != null ? known : inVain ? Because.WITH_PARCEL : because);
        }

        /** Whether no later attempt may be flown yet: this drone may fly on, or has the parcel. */
        boolean withholdsLater() {
            return ordered && (known == null || known.parcelMayBeOut());
        }

        Withdrawal withdrawal() {
            return new Withdrawal(reference(), request.pickup(), since, ordered, loaded, known);
        }
    }

    /**
     * Its drone has stopped, and everybody who has to know was told.
     *
     * @param withdrawn what it was until then
     */
    record Stopped(Withdrawn withdrawn, Because because) implements WithDrone {
        @Override
        public ReservationRequest request() {
            return withdrawn.request();
        }

        @Override
        public Reservation reservation() {
            return withdrawn.reservation();
        }

        @Override
        public boolean held() {
            return withdrawn.held();
        }

        @Override
        public boolean ordered() {
            return withdrawn.ordered();
        }

        /** Whether its stop was published. */
        boolean published() {
            return withdrawn.recalled() || because.parcelMayBeOut();
        }

        /** If its stop was not published, whoever recalls it now still has to be told. */
        WithDrone recall() {
            Withdrawn recalled = withdrawn.recall();
            return published() ? new Stopped(recalled, because) : recalled.knownToHaveStopped(because);
        }

        Stopped release() {
            return new Stopped(withdrawn.release(), because);
        }
    }

    /** Its drone was released, and nobody waits for it to stop: it was never sent, or the delivery has ended. */
    record Ended(ReservationRequest request, Reservation reservation, boolean ordered) implements WithDrone {
        @Override
        public boolean held() {
            return false;
        }
    }
}
