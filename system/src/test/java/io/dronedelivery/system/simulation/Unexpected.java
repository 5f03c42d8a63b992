package io.dronedelivery.system.simulation;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.smallrye.mutiny.CompositeException;
import java.util.List;

/** Tells failures that are part of life from bugs. */
final class Unexpected {
    static final String RULE = "NOTHING_FAILS_UNEXPECTEDLY";

    private Unexpected() {}

    /** Ends the run unless the failure is one of another process, which may pass. */
    static void check(World world, String where, Throwable failure) {
        List<Throwable> causes = failure instanceof CompositeException all ? all.getCauses() : List.of(failure);
        for (Throwable cause : causes) {
            if (!(cause instanceof RemoteFailure)) {
                Violation wrong = new Violation(RULE, where + " failed as it never should: " + cause);
                wrong.initCause(cause);
                world.accuse(wrong);
            }
        }
    }
}
