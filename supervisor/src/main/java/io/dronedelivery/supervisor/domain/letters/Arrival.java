package io.dronedelivery.supervisor.domain.letters;

import io.dronedelivery.supervisor.domain.letters.Letter.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as the broker has it: each part may be missing, or be anything.
 *
 * @param place where it stands among the dead letters
 */
public record Arrival(
        Place place,
        @Nullable String key,
        List<Header> headers,
        @Nullable Payload payload) {}
