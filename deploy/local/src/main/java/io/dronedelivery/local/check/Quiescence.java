package io.dronedelivery.local.check;

import io.dronedelivery.testing.invariants.StoredSystem;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Waits until nothing is under way in a system. */
record Quiescence(StoredSystem system, Duration timeout) {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Waits, and returns what is still under way when the time is up. */
    List<String> await() throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<String> unfinished = await(system::underWay, deadline);
        // Drones report all the time, so the topics never come to rest. The messages up to now have to be read.
        var ends = system.topics().ends();
        List<String> unread = await(() -> system.topics().unread(ends), deadline);
        return Stream.of(unfinished, unread).flatMap(List::stream).toList();
    }

    private static List<String> await(Supplier<List<String>> question, long deadline) throws InterruptedException {
        List<String> answer = question.get();
        while (!answer.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            answer = question.get();
        }
        return answer;
    }
}
