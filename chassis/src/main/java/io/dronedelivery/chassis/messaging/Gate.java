package io.dronedelivery.chassis.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says when a message may be begun. While one waits here, its topic waits behind it, and nothing is taken from it. */
@FunctionalInterface
public interface Gate {
    /** Nothing ever waits. */
    Gate ALWAYS_OPEN = () -> CompletableFuture.completedFuture(null);

    /** Completes when the next message may be begun. Asked for one message at a time; never fails. */
    CompletionStage<Void> pass();
}
