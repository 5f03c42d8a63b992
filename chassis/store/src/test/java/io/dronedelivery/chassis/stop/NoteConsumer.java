package io.dronedelivery.chassis.stop;

import io.dronedelivery.chassis.messaging.KeyedConsumer;
import io.dronedelivery.chassis.retry.Backoff;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A consumer that takes its time. */
@ApplicationScoped
class NoteConsumer {
    private static final Duration WORK = Duration.ofMillis(30);

    record Note(String text) {}

    private final Queue<Note> handled = new ConcurrentLinkedQueue<>();
    private final KeyedConsumer<Note> consumer = new KeyedConsumer<>(Note.class, this::handle);

    @Incoming("delivery-compensations")
    CompletionStage<Void> on(Message<byte[]> message) {
        return consumer.accept(message);
    }

    private Uni<Void> handle(Note note) {
        return Backoff.delay(WORK).invoke(() -> handled.add(note));
    }

    List<Note> handled() {
        return List.copyOf(handled);
    }
}
