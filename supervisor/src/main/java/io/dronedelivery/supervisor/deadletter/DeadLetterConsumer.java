package io.dronedelivery.supervisor.deadletter;

import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.chassis.retry.Outage;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterIntake;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetters;
import io.dronedelivery.supervisor.deadletter.domain.Header;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import io.dronedelivery.supervisor.deadletter.domain.ReceivedRecord;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Consumes every topic's dead letters, one after the other. None may be lost, and none may hold up the next. An outage is
 * waited out. If a letter can't be stored for another reason, its place is; the broker has the rest.
 */
@Singleton
class DeadLetterConsumer {
    private static final Logger log = Logger.getLogger(DeadLetterConsumer.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30));

    private final DeadLetterIntake intake;

    DeadLetterConsumer(DeadLetters letters, InstantSource clock) {
        this.intake = new DeadLetterIntake(letters, clock);
    }

    @Incoming("dead-letters")
    CompletionStage<Void> on(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<?, ?> dead =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        Place place = new Place(dead.getTopic(), dead.getPartition(), dead.getOffset());
        return Outage.retryUntilOver("dead letters", () -> intake.receive(received(place, dead, message)))
                .onFailure()
                .recoverWithUni(bug -> storePlace(place, bug))
                .chain(() -> Uni.createFrom().completionStage(message::ack))
                .subscribeAsCompletionStage();
    }

    private static ReceivedRecord received(
            Place place, IncomingKafkaRecordMetadata<?, ?> dead, Message<byte[]> message) {
        return ReceivedRecord.of(
                place,
                (byte @Nullable []) dead.getKey(),
                Arrays.stream(dead.getHeaders().toArray())
                        .map(header -> Header.of(header.key(), header.value()))
                        .toList(),
                Optional.ofNullable(message.getPayload()).map(Payload::of).orElse(null));
    }

    /** A place has nothing of the letter in it. So only the database can fail, and that is waited out, too. */
    private Uni<Void> storePlace(Place place, Throwable bug) {
        log.errorf(bug, "dead letter not stored, only its place place=%s", place);
        Uni<Void> once = Uni.createFrom()
                .deferred(() -> intake.receivePlace(place, bug))
                .onFailure()
                .invoke(failure ->
                        log.errorf("place of dead letter not stored yet place=%s because=%s", place, failure));
        return BACKOFF.retry(once, _ -> true);
    }
}
