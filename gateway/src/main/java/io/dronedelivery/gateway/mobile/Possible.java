package io.dronedelivery.gateway.mobile;

import static io.dronedelivery.contracts.delivery.DeliveryStatus.ARRIVING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_DROPOFF;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.HEADED_TO_PICKUP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.PENDING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.PICKED_UP;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.RECOVERING;
import static io.dronedelivery.contracts.delivery.DeliveryStatus.SCHEDULED;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done to a delivery, as far as its status tells; the service delivery decides when it is asked for.
 *
 * @param ended whether it has ended
 * @param cancel whether it can be cancelled: until it is picked up. While it is recovering, the service knows where its parcel
 *     is, and may refuse
 * @param change whether it can be changed: until it is picked up, and not while it is recovering
 * @param confirm whether a proof of its hand-over is asked for, and can be given: once it is picked up
 * @param refreshAfterSeconds how soon there may be news; 0 if never
 */
record Possible(boolean ended, boolean cancel, boolean change, boolean confirm, int refreshAfterSeconds) {
    private static final Set<DeliveryStatus> CHANGEABLE = EnumSet.of(PENDING, SCHEDULED, HEADED_TO_PICKUP);
    private static final Set<DeliveryStatus> CANCELLABLE = EnumSet.of(PENDING, SCHEDULED, HEADED_TO_PICKUP, RECOVERING);
    private static final Set<DeliveryStatus> WITH_PARCEL = EnumSet.of(PICKED_UP, HEADED_TO_DROPOFF, ARRIVING);
    private static final String NO_PROOF = "NONE";
    private static final int SOON_SECONDS = 2;
    private static final int FLYING_SECONDS = 5;
    private static final int WAITING_SECONDS = 15;

    /** Of a status that is not known here nothing can be done. */
    static Possible of(OwnedDelivery delivery) {
        boolean proofAsked = delivery.order().confirmation() != null
                && !delivery.order().confirmation().equals(NO_PROOF);
        return known(delivery.status())
                .map(status -> new Possible(
                        status.terminal(),
                        CANCELLABLE.contains(status),
                        CHANGEABLE.contains(status),
                        proofAsked && WITH_PARCEL.contains(status),
                        refreshAfterSeconds(status)))
                .orElse(new Possible(false, false, false, false, WAITING_SECONDS));
    }

    private static Optional<DeliveryStatus> known(String status) {
        return Arrays.stream(DeliveryStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst();
    }

    private static int refreshAfterSeconds(DeliveryStatus status) {
        return switch (status) {
            case PENDING, ARRIVING -> SOON_SECONDS;
            case HEADED_TO_PICKUP, PICKED_UP, HEADED_TO_DROPOFF -> FLYING_SECONDS;
            case SCHEDULED, RECOVERING -> WAITING_SECONDS;
            case COMPLETED, CANCELLED, REJECTED, RETURNED, FAILED -> 0;
        };
    }
}
