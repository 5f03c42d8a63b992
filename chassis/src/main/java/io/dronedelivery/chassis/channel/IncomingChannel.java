package io.dronedelivery.chassis.channel;

import io.dronedelivery.chassis.retry.Backoff;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How an incoming channel is: it runs, or it has failed and is begun anew after a pause. */
final class IncomingChannel {
    /** A channel that has run for this long since it was begun anew has recovered: its failures are forgotten. */
    static final Duration RECOVERED_AFTER = Duration.ofSeconds(5);

    /** After so many failures in a row, the process is no longer live, and is started again. */
    static final int FAILURES_MAX = 50;

    static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    private static final int REASON_CHARACTERS_MAX = 300;

    private final LongSupplier nanoTime;
    private int failures;
    private boolean ended;
    private long begun;
    private String reason = "";

    IncomingChannel(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** It is begun, for the first time or anew. */
    synchronized void begin() {
        ended = false;
        begun = nanoTime.getAsLong();
    }

    /**
     * It has ended.
     *
     * @return how long to wait before it is begun anew
     */
    synchronized Duration fail(Throwable failure) {
        failures = runs() ? 1 : failures + 1;
        ended = true;
        String text = failure.toString();
        reason = text.substring(0, Math.min(text.length(), REASON_CHARACTERS_MAX));
        return BACKOFF.pause(failures);
    }

    /** Whether it has never failed, or has recovered. */
    synchronized boolean runs() {
        return failures == 0 || !ended && nanoTime.getAsLong() - begun >= RECOVERED_AFTER.toNanos();
    }

    /** Whether beginning it anew does not help. */
    synchronized boolean isHopeless() {
        return failures >= FAILURES_MAX && !runs();
    }

    /** How it is, for people. */
    synchronized String description() {
        return runs() ? "runs" : "failed %d times in a row, the last time of %s".formatted(failures, reason);
    }
}
