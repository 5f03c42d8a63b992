package io.dronedelivery.accounting;

import io.dronedelivery.chassis.failure.RemoteFailure;

/** Another transaction changed the bill or account between the decision and its write: decide again. */
final class ConcurrentUpdate extends RemoteFailure {
    private static final long serialVersionUID = 1L;

    ConcurrentUpdate(String what) {
        super(what);
    }
}
