package io.dronedelivery.delivery.owner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.json.Times;
import io.dronedelivery.contracts.Text;
import io.dronedelivery.delivery.domain.decision.Deliveries.Place;
import io.dronedelivery.delivery.domain.decision.DeliverySummary;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes and reads the cursors of pages, and reads the version of the last event seen. */
final class SearchParameters {
    private static final char SEPARATOR = ' ';
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}"); // what fits into a long

    private SearchParameters() {}

    /** The version of the last event that a client has seen; 0 where it has seen none. */
    static long version(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        if (!VERSION.matcher(lastEventId.strip()).matches()) {
            throw notOfThisStream("a number");
        }
        return Long.parseLong(lastEventId.strip());
    }

    /** 400: the client can't have seen such an event. */
    static ProblemException notOfThisStream(String what) {
        return Problems.invalid("Last-Event-ID", "must be the id of an event of this stream: " + what);
    }

    static String cursor(DeliverySummary last) {
        String place = last.requestedAt().toString() + SEPARATOR + last.deliveryId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    /** Where the page of that cursor begins; nowhere without one. */
    static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int separator = place.indexOf(SEPARATOR);
            Instant requestedAt = Instant.parse(place.substring(0, separator));
            if (Times.storable(requestedAt) && Text.storable(place)) {
                return new Place(requestedAt, place.substring(separator + 1));
            }
        } catch (IllegalArgumentException | DateTimeException | StringIndexOutOfBoundsException malformed) {
            // refused below
        }
        throw Problems.invalid("cursor", "must be the value of \"next\" of a page, unchanged");
    }
}
