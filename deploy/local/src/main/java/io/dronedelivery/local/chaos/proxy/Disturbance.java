package io.dronedelivery.local.chaos.proxy;

import java.time.Duration;

/** How a network disturbs connections. */
public sealed interface Disturbance {

    /** No disturbance. */
    record None() implements Disturbance {}

    /** Connections are reset, and new ones refused. */
    record Cut() implements Disturbance {}

    /** Connections are accepted and stay open, but nothing arrives until the stall ends. */
    record Stall() implements Disturbance {}

    /**
     * Every chunk of bytes arrives late.
     *
     * @param latency the least delay of a chunk
     * @param jitter the most that is added to it
     */
    record Delay(Duration latency, Duration jitter) implements Disturbance {}

    /** Requests arrive and answers do not. Afterwards the connections are reset. */
    record LostAnswers() implements Disturbance {}
}
