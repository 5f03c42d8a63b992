package io.dronedelivery.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.json.Times;
import io.dronedelivery.contracts.Text;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.delivery.domain.decision.Deliveries.Place;
import io.dronedelivery.delivery.domain.decision.Deliveries.Search;
import io.dronedelivery.delivery.domain.decision.DeliverySummary;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a search and the version of the last event seen, and makes the cursors of pages. */
final class SearchParameters {
    private static final int LIMIT_MAX = 100;
    private static final int REFERENCE_CHARACTERS_MAX = 200;
    private static final char SEPARATOR = ' ';
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}"); // what fits into a long

    private SearchParameters() {}

    static Search search(
            String account,
            @Nullable String status,
            @Nullable String reference,
            String limit,
            @Nullable String cursor) {
        if (reference != null && Text.length(reference) > REFERENCE_CHARACTERS_MAX) {
            throw Problems.invalid("reference", "must be at most " + REFERENCE_CHARACTERS_MAX + " characters");
        }
        return new Search(account, status(status), reference, place(cursor), limit(limit));
    }

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

    private static @Nullable Place place(@Nullable String cursor) {
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

    private static @Nullable DeliveryStatus status(@Nullable String status) {
        if (status == null) {
            return null;
        }
        return Arrays.stream(DeliveryStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(
                        () -> Problems.invalid("status", "must be one of " + Arrays.toString(DeliveryStatus.values())));
    }

    private static int limit(String limit) {
        if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > LIMIT_MAX) {
            throw Problems.invalid("limit", "must be from 1 to " + LIMIT_MAX + ", but is " + limit);
        }
        return Integer.parseInt(limit);
    }
}
