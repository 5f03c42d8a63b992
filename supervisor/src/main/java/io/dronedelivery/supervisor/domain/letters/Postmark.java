package io.dronedelivery.supervisor.domain.letters;

import io.dronedelivery.supervisor.domain.letters.Letter.Failure;
import io.dronedelivery.supervisor.domain.letters.Letter.Origin;
import java.util.List;
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
    private static final String OFFSET = "dead-letter-offset";
    private static final String GROUP = "dead-letter-group";
    private static final String STACK_DIGEST = "dead-letter-stack-digest";
    private static final int TOLD_CHARACTERS_MAX = 4_000;

    /** The headers that the message itself had: those between what it got before and behind on its way here. */
    static List<Header> own(List<Header> headers) {
        int end = headers.size() - 2;
        boolean stamped = end > 0
                && headers.get(end).name().equals(GROUP)
                && headers.getLast().name().equals(STACK_DIGEST);
        int begin = headers.stream().map(Header::name).toList().indexOf(OFFSET) + 1;
        return stamped && begin > 0 && begin <= end ? headers.subList(begin, end) : headers;
    }

    /** The topic is certain, since each has dead letters of its own. */
    Origin origin() {
        String topic = arrival.place().topic();
        Optional<Integer> partition = number("dead-letter-partition", Integer::valueOf);
        Optional<Long> offset = number(OFFSET, Long::valueOf);
        boolean told = partition.isPresent() && offset.isPresent();
        return new Origin(
                topic.endsWith(DEAD) ? topic.substring(0, topic.length() - DEAD.length()) : topic,
                told ? partition.orElse(null) : null,
                told ? offset.orElse(null) : null);
    }

    Failure failure() {
        return new Failure(
                ours(GROUP),
                ours(STACK_DIGEST),
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
        return Header.first(arrival.headers(), header).map(Postmark::beginning);
    }

    /** A letter from elsewhere may tell anything; all of it is in the headers. */
    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), TOLD_CHARACTERS_MAX));
    }

    private <N extends Number> Optional<N> number(String header, Function<String, N> parse) {
        try {
            return told(header).map(parse);
        } catch (NumberFormatException garbled) {
            return Optional.empty();
        }
    }
}
