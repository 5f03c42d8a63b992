package io.dronedelivery.local.check;

import io.dronedelivery.testing.invariants.StoredSystem;
import java.time.Duration;
import java.util.List;

/** Waits until nothing is under way in a system. */
record Quiet(StoredSystem system, Duration patience) {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** What is still under way when patience has run out; nothing once all is quiet. */
    List<String> await() throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> underWay = system.underWay();
        while (!underWay.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            underWay = system.underWay();
        }
        return underWay;
    }
}
