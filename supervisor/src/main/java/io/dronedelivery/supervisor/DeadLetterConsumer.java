package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.Outage;
import io.dronedelivery.supervisor.domain.letters.Arrival;
import io.dronedelivery.supervisor.domain.letters.DeadLetterOffice;
import io.dronedelivery.supervisor.domain.letters.Header;
import io.dronedelivery.supervisor.domain.letters.Letter.Place;
import io.dronedelivery.supervisor.domain.letters.Payload;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes every topic's dead letters in, one after the other. None may be lost and none may hold up the next: what an outage
 * prevents is tried again for as long as it takes; of a letter that can't be kept for any other reason its place is kept,
 * and the broker has the rest.
 */
@Singleton
class DeadLetterConsumer {
    private static final Logger log = Logger.getLogger(DeadLetterConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final DeadLetterOffice office;

    DeadLetterConsumer(DeadLetterOffice office) {
        this.office = office;
    }

    @Incoming("dead-letters")
    CompletionStage<Void> on(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<?, ?> dead =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        Place place = new Place(dead.getTopic(), dead.getPartition(), dead.getOffset());
        return Outage.outlast("dead letters", () -> office.receive(arrival(place, dead, message)))
                .onFailure()
                .recoverWithUni(bug -> keepPlace(place, bug))
                .chain(() -> Uni.createFrom().completionStage(message::ack))
                .subscribeAsCompletionStage();
    }

    private static Arrival arrival(Place place, IncomingKafkaRecordMetadata<?, ?> dead, Message<byte[]> message) {
        return Arrival.of(
                place,
                (byte @Nullable []) dead.getKey(),
                Arrays.stream(dead.getHeaders().toArray())
                        .map(header -> Header.of(header.key(), header.value()))
                        .toList(),
                Optional.ofNullable(message.getPayload()).map(Payload::of).orElse(null));
    }

    /** Nothing of the letter is in it, so only the database can be at fault: that is waited out, too. */
    private Uni<Void> keepPlace(Place place, Throwable bug) {
        log.errorf(bug, "dead letter not kept, only its place is place=%s", place);
        return Uni.createFrom()
                .deferred(() -> office.receiveUnkept(place, bug))
                .onFailure()
                .invoke(failure -> log.errorf("not even its place is kept place=%s because=%s", place, failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
