package io.dronedelivery.supervisor.watch.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery under way, as it was scheduled last.
 *
 * @param version of the event that scheduled it
 */
public record Flight(int attempt, long version, Instant dropoffAt, Stage stage) {

    /** How far it is from being overdue. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(Expected.class),
        @JsonSubTypes.Type(Forecast.class),
        @JsonSubTypes.Type(Overdue.class),
        @JsonSubTypes.Type(Interrupted.class)
    })
    public sealed interface Stage {}

    /** Nothing is to do until then: the time of its arrival, or the next time that delivery can be asked. */
    public record Expected(Instant at) implements Stage {}

    /**
     * It is late. Delivery was asked once: nine times out of ten it arrives by then. Even a drone that hangs still has a
     * forecast that lies ahead, so delivery is not asked again.
     */
    public record Forecast(Instant until) implements Stage {}

    /** An alert was raised. Unless it ends before, it is interrupted then. */
    public record Overdue(Instant since, Instant interruptAt) implements Stage {}

    /** Delivery was told that the flight is taken to have failed. */
    public record Interrupted(Instant since, Instant at) implements Stage {}

    static Flight scheduled(int attempt, long version, Instant dropoffAt) {
        return new Flight(attempt, version, dropoffAt, new Expected(dropoffAt));
    }

    Optional<Instant> nextCheck() {
        return switch (stage) {
            case Expected(Instant at) -> Optional.of(at);
            case Forecast(Instant until) -> Optional.of(until);
            case Overdue(Instant _, Instant interruptAt) -> Optional.of(interruptAt);
            case Interrupted _ -> Optional.empty();
        };
    }

    Flight in(Stage next) {
        return new Flight(attempt, version, dropoffAt, next);
    }

    /** Whether an alert was raised because it is overdue. */
    public boolean overdue() {
        return stage instanceof Overdue || stage instanceof Interrupted;
    }

    public Flight toInterrupt(Instant at) {
        return in(new Overdue(since(at), at));
    }

    Flight interrupted(Instant now) {
        return in(new Interrupted(since(now), now));
    }

    private Instant since(Instant otherwise) {
        return switch (stage) {
            case Expected _, Forecast _ -> otherwise;
            case Overdue(Instant since, Instant _) -> since;
            case Interrupted(Instant since, Instant _) -> since;
        };
    }
}
