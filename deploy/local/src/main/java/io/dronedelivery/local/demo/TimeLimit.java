package io.dronedelivery.local.demo;

import java.io.IOException;
import java.time.Duration;

/** The time that a run may take. A call that fails within this time is repeated. */
final class TimeLimit {
    /** The time is up. */
    static final class Exceeded extends Exception {}

    /** A call that a repeat may help. */
    interface Call<T> {
        T make() throws IOException, InterruptedException;
    }

    private final long start = System.nanoTime();
    private final Duration most;
    private final Duration pause;

    TimeLimit(Duration most, Duration pause) {
        this.most = most;
        this.pause = pause;
    }

    /** Repeats the call until it succeeds. */
    <T> T retry(Call<T> call) throws InterruptedException, Exceeded {
        while (true) {
            try {
                return call.make();
            } catch (IOException forNow) {
                pause();
            }
        }
    }

    /** Pauses between two calls. Fails if the time is up. */
    void pause() throws InterruptedException, Exceeded {
        if (elapsed().compareTo(most) >= 0) {
            throw new Exceeded();
        }
        Thread.sleep(pause);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
