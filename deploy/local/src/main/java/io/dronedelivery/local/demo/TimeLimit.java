package io.dronedelivery.local.demo;

import java.io.IOException;
import java.time.Duration;

/** The time that a run may take. What fails within it is tried again. */
final class TimeLimit {
    /** The time is up. */
    static final class Exceeded extends Exception {}

    /** Something that may fail for now. */
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

    /** Makes the call, again and again until it succeeds. */
    <T> T with(Call<T> call) throws InterruptedException, Exceeded {
        while (true) {
            try {
                return call.make();
            } catch (IOException forNow) {
                pause();
            }
        }
    }

    /** Waits a little. */
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
