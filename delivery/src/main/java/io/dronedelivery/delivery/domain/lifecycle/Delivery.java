package io.dronedelivery.delivery.domain.lifecycle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.delivery.DeliveryView.RefusedChange;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in one of its states. A transition is a method only on the states that permit it, and gives the delivery after
 * it together with its event. The rules of the other slices decide which transition to take.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "state",
        visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pending.class, name = "Pending"),
    @JsonSubTypes.Type(
            value = BeforePickup.class,
            names = {"Scheduled", "HeadedToPickup"}),
    @JsonSubTypes.Type(
            value = AfterPickup.class,
            names = {"PickedUp", "HeadedToDropoff", "Arriving"}),
    @JsonSubTypes.Type(value = Recovering.class, name = "Recovering"),
    @JsonSubTypes.Type(value = Restarting.class, name = "Restarting"),
    @JsonSubTypes.Type(
            value = Ended.class,
            names = {"Completed", "Cancelled", "Rejected", "Returned", "Failed"})
})
public sealed interface Delivery permits Delivery.Cancellable, Delivery.Assigned, Ended {
    DeliveryRecord record();

    DeliveryStatus status();

    /** The same state with another record. */
    Delivery with(DeliveryRecord changed);

    /** How it is or was carried; empty where it was never scheduled. */
    default Optional<Transport> currentTransport() {
        return switch (this) {
            case Pending _ -> Optional.empty();
            case Assigned assigned -> Optional.of(assigned.transport());
            case Restarting restarting -> Optional.of(restarting.transport());
            case Ended ended -> Optional.ofNullable(ended.transport());
        };
    }

    /** The attempt that counts; 0 before the first. */
    default int attempt() {
        return record().latestAttempt();
    }

    default Header header(Trigger trigger) {
        return new Header(
                record().deliveryId(),
                record().version(),
                record().accountId(),
                attempt(),
                status(),
                trigger.at(),
                trigger.cause());
    }

    /** A change that its customer asked for is refused; the status stays. */
    default Transition refuseChange(RefusedChange refused, Trigger trigger) {
        Delivery after = with(record().withRefusal(refused).afterEvent(trigger));
        return new Transition(
                after,
                new DeliveryEvent.DeliveryChangeRefused(
                        after.header(trigger), refused.requestId(), refused.code(), refused.detail()));
    }

    /** Its customer can cancel it: as far as its evidence goes, it is not picked up. */
    sealed interface Cancellable extends Delivery permits Schedulable, Recovering {
        default Transition cancel(String requestId, @Nullable String why, Trigger trigger) {
            Ended after = new Ended(
                    Ended.Ending.CANCELLED,
                    record().afterEvent(trigger),
                    currentTransport().orElse(null),
                    null);
            return new Transition(after, new DeliveryEvent.DeliveryCancelled(after.header(trigger), requestId, why));
        }
    }

    /** It can be scheduled: no drone that failed may still be flying for it. */
    sealed interface Schedulable extends Cancellable permits Changeable, Restarting {
        default Transition schedule(Attempt.Open attempt, Transport transport, Trigger trigger) {
            boolean first = record().attempts().stream().noneMatch(Attempt::scheduled);
            BeforePickup after = new BeforePickup(
                    BeforePickup.Stage.SCHEDULED,
                    record().with(attempt.schedule()).with(attempt.order()).afterEvent(trigger),
                    transport);
            Header header = after.header(trigger);
            String request = attempt.requestId();
            DeliveryOrder order = attempt.order().withoutContacts();
            return new Transition(
                    after,
                    first
                            ? new DeliveryEvent.DeliveryCreated(
                                    header, request, order, transport.assignment(), transport.price())
                            : new DeliveryEvent.DeliveryRescheduled(
                                    header, request, order, transport.assignment(), transport.price()));
        }
    }

    /** Its customer can change it, and it is rejected if it can't be scheduled. */
    sealed interface Changeable extends Schedulable permits Pending, BeforePickup {
        default Transition reject(String requestId, Reason why, Trigger trigger) {
            Ended after = new Ended(
                    Ended.Ending.REJECTED,
                    record().afterEvent(trigger),
                    currentTransport().orElse(null),
                    why);
            return new Transition(
                    after,
                    new DeliveryEvent.DeliveryRejected(after.header(trigger), requestId, why.code(), why.detail()));
        }
    }

    /** A drone or carrier is assigned to it. */
    sealed interface Assigned extends Delivery permits UnderWay, Recovering {
        Transport transport();

        /** The same with more evidence. */
        Assigned with(Transport known);

        @Override
        default int attempt() {
            return transport().attempt();
        }

        /** Whether the message is of the drone and the attempt that count: a later attempt or a closure ends that. */
        default boolean countsAsEvidence(DroneStream message) {
            MissionReference mission = message.mission();
            return mission != null
                    && mission.deliveryId().equals(record().deliveryId())
                    && mission.attempt() == attempt()
                    && message.droneId().equals(transport().assignment().carrier());
        }
    }

    /** A drone or carrier is assigned to it, and has not failed. */
    sealed interface UnderWay extends Assigned permits BeforePickup, AfterPickup {
        default Transition interrupt(Refusal code, Trigger trigger) {
            Reason reason = new Reason(code, trigger.cause().rule());
            Recovering after = new Recovering(record().afterEvent(trigger), transport(), reason);
            return new Transition(
                    after,
                    new DeliveryEvent.DeliveryInterrupted(after.header(trigger), reason.code(), reason.detail()));
        }
    }
}
