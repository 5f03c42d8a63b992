package io.dronedelivery.system.simulation;

import io.dronedelivery.chassis.RemoteFailure;
import io.smallrye.mutiny.CompositeException;
import java.util.List;

/** Tells failures that are part of life from bugs. */
final class Unexpected {
    private Unexpected() {}

    /** Ends the run unless the failure is one of another process, which may pass. */
    static void check(String where, Throwable failure) {
        List<Throwable> causes = failure instanceof CompositeException all ? all.getCauses() : List.of(failure);
        for (Throwable cause : causes) {
            if (!(cause instanceof RemoteFailure)) {
                throw new AssertionError(where + " failed as it never should: " + cause, cause);
            }
        }
    }
}
