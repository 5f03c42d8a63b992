package io.dronedelivery.chassis.messaging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Counts what is under way, and keeps the source waiting while that is the limit or more. */
final class ConcurrencyLimit {
    private final int limit;
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int underWay;

    ConcurrencyLimit(int limit) {
        this.limit = limit;
    }

    /** One more is under way; the answer completes when there is room for another. */
    synchronized CompletionStage<Void> enter() {
        underWay++;
        if (underWay < limit) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> room = new CompletableFuture<>();
        waiting.add(room);
        return room;
    }

    /** One is done. */
    void leave() {
        CompletableFuture<Void> next = oneDone();
        if (next != null) {
            next.complete(null);
        }
    }

    private synchronized @Nullable CompletableFuture<Void> oneDone() {
        underWay--;
        return waiting.poll();
    }
}
