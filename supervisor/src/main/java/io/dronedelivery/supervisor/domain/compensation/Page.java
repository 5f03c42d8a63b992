package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.supervisor.domain.compensation.Workflows.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of compensations, the newest first.
 *
 * @param next the cursor of the following page; absent on the last
 */
public record Page(List<Workflow> compensations, @Nullable String next) {
    /** From one more entry than the page holds, if there is one more. */
    static Page of(List<Entry> entries, int limit) {
        List<Entry> page = entries.subList(0, Math.min(limit, entries.size()));
        return new Page(
                page.stream().map(Entry::workflow).toList(),
                entries.size() > limit ? String.valueOf(page.getLast().number()) : null);
    }
}
