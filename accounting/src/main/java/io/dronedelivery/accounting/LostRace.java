package io.dronedelivery.accounting;

import io.dronedelivery.chassis.failure.RemoteFailure;

/** What a decision was made on has changed before it was written: it is to be made again. */
final class LostRace extends RemoteFailure {
    private static final long serialVersionUID = 1L;

    LostRace(String what) {
        super(what);
    }
}
