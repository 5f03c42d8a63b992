package io.dronedelivery.supervisor.deadletter.domain;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Failure;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads from a record's headers where it came from and why it is a dead letter. SmallRye puts its headers before the message's
 * own, the chassis puts ours behind. A message that was a dead letter before may have others of these names in between.
 */
record DeadLetterHeaders(ReceivedRecord received) {
    static final String REASON = "dead-letter-reason";
    private static final String DEAD = ".dead";
    private static final String UNKNOWN = "unknown";
    private static final String OFFSET = "dead-letter-offset";
    private static final String GROUP = "dead-letter-group";
    private static final String STACK_DIGEST = "dead-letter-stack-digest";
    private static final int CHARACTERS_MAX = 4_000;

    /** The headers that the message itself had: those between SmallRye's and ours. */
    static List<Header> own(List<Header> headers) {
        int end = headers.size() - 2;
        boolean complete = end > 0
                && headers.get(end).name().equals(GROUP)
                && headers.getLast().name().equals(STACK_DIGEST);
        int begin = headers.stream().map(Header::name).toList().indexOf(OFFSET) + 1;
        return complete && begin > 0 && begin <= end ? headers.subList(begin, end) : headers;
    }

    /** The topic is certain, since each has dead letters of its own. */
    Origin origin() {
        String topic = received.place().topic();
        Optional<Integer> partition = number("dead-letter-partition", Integer::valueOf);
        Optional<Long> offset = number(OFFSET, Long::valueOf);
        boolean known = partition.isPresent() && offset.isPresent();
        return new Origin(
                topic.endsWith(DEAD) ? topic.substring(0, topic.length() - DEAD.length()) : topic,
                known ? partition.orElse(null) : null,
                known ? offset.orElse(null) : null);
    }

    Failure failure() {
        return new Failure(
                required(GROUP),
                required(STACK_DIGEST),
                text("dead-letter-exception-class-name").orElse(null),
                text(REASON).orElse(null),
                text("dead-letter-cause-class-name").orElse(null),
                text("dead-letter-cause").orElse(null));
    }

    private String required(String header) {
        return Header.last(received.headers(), header)
                .filter(text -> !text.isBlank())
                .orElse(UNKNOWN);
    }

    private Optional<String> text(String header) {
        return Header.first(received.headers(), header).map(DeadLetterHeaders::beginning);
    }

    /** A record from elsewhere may hold any text. The headers keep all of it. */
    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), CHARACTERS_MAX));
    }

    private <N extends Number> Optional<N> number(String header, Function<String, N> parse) {
        try {
            return text(header).map(parse);
        } catch (NumberFormatException garbled) {
            return Optional.empty();
        }
    }
}
