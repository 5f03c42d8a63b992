package io.dronedelivery.supervisor.domain.letters;

import io.dronedelivery.supervisor.domain.letters.Letters.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of letters, the newest first.
 *
 * @param next the cursor of the following page; absent on the last
 */
public record LetterPage(List<Entry> letters, @Nullable String next) {
    /** From one more entry than the page holds, if there is one more. */
    static LetterPage of(List<Entry> entries, int limit) {
        List<Entry> page = entries.subList(0, Math.min(limit, entries.size()));
        return new LetterPage(
                page, entries.size() > limit ? String.valueOf(page.getLast().id()) : null);
    }
}
