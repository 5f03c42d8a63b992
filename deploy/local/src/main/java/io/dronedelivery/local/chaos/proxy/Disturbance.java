package io.dronedelivery.local.chaos.proxy;

import java.time.Duration;

/** What a network does to those who talk over it. */
public sealed interface Disturbance {

    /** Nothing: what is sent arrives. */
    record None() implements Disturbance {}

    /** Connections are reset, and new ones refused. */
    record Cut() implements Disturbance {}

    /** Connections are accepted and stay, but nothing moves; what was sent meanwhile arrives afterwards. */
    record Stall() implements Disturbance {}

    /**
     * What is sent arrives late, a chunk at a time.
     *
     * @param latency of a chunk, at least
     * @param jitter what is added to it, at most
     */
    record Delay(Duration latency, Duration jitter) implements Disturbance {}

    /** Requests arrive, answers don't: whoever asks can't tell whether it was done. The connections are broken after. */
    record LostAnswers() implements Disturbance {}
}
