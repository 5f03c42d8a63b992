package io.dronedelivery.supervisor.deadletter.domain;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;

/** Takes dead letters in. One that comes again is known by its place. */
public final class DeadLetterIntake {
    private final DeadLetters letters;
    private final InstantSource clock;

    public DeadLetterIntake(DeadLetters letters, InstantSource clock) {
        this.letters = letters;
        this.clock = clock;
    }

    public Uni<Void> receive(ReceivedRecord received) {
        return letters.add(DeadLetter.of(received, clock.instant()), received.payload())
                .replaceWithVoid();
    }

    /** Stores at least the place of a letter that could not be stored. The broker has the letter itself. */
    public Uni<Void> receivePlace(Place place, Throwable why) {
        Header reason = new Header(DeadLetterHeaders.REASON, Header.storable("could not be kept here: " + why), null);
        return receive(new ReceivedRecord(place, null, null, List.of(reason), null));
    }
}
