package io.dronedelivery.chassis.access;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work that is done once at a time: whoever asks while it is under way gets the outcome of that. */
final class SharedUni<T> {
    private final AtomicReference<@Nullable Uni<T>> underWay = new AtomicReference<>();
    private final Supplier<Uni<T>> work;

    SharedUni(Supplier<Uni<T>> work) {
        this.work = work;
    }

    Uni<T> join() {
        Uni<T> fresh = Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(() -> underWay.set(null))
                .memoize()
                .indefinitely();
        Uni<T> current = underWay.compareAndExchange(null, fresh);
        return current == null ? fresh : current;
    }
}
