package io.dronedelivery.supervisor.domain.letters;

import io.dronedelivery.supervisor.domain.letters.Letter.Failure;
import io.dronedelivery.supervisor.domain.letters.Letter.Origin;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a letter's headers tell of how it came here. SmallRye puts its own before the message's, the chassis puts ours
 * behind: a message that was a dead letter before may carry others of these names in between.
 */
record Postmark(Arrival arrival) {
    static final String REASON = "dead-letter-reason";
    private static final String DEAD = ".dead";
    private static final String UNKNOWN = "unknown";

    /** The topic is certain, since each has dead letters of its own. */
    Origin origin() {
        String topic = arrival.place().topic();
        Optional<Integer> partition = number("dead-letter-partition", Integer::valueOf);
        Optional<Long> offset = number("dead-letter-offset", Long::valueOf);
        boolean told = partition.isPresent() && offset.isPresent();
        return new Origin(
                topic.endsWith(DEAD) ? topic.substring(0, topic.length() - DEAD.length()) : topic,
                told ? partition.orElse(null) : null,
                told ? offset.orElse(null) : null);
    }

    Failure failure() {
        return new Failure(
                ours("dead-letter-group"),
                ours("dead-letter-stack-digest"),
                told("dead-letter-exception-class-name").orElse(null),
                told(REASON).orElse(null),
                told("dead-letter-cause-class-name").orElse(null),
                told("dead-letter-cause").orElse(null));
    }

    private String ours(String header) {
        return Header.last(arrival.headers(), header)
                .filter(text -> !text.isBlank())
                .orElse(UNKNOWN);
    }

    private Optional<String> told(String header) {
        return Header.first(arrival.headers(), header);
    }

    private <N extends Number> Optional<N> number(String header, Function<String, N> parse) {
        try {
            return told(header).map(parse);
        } catch (NumberFormatException garbled) {
            return Optional.empty();
        }
    }
}
