package io.dronedelivery.supervisor.shared.domain;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the following page; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /**
     * From one item more than the page holds, if there is one more.
     *
     * @param number an item's place in the whole list
     */
    public static <T> Page<T> of(List<T> found, int limit, ToLongFunction<T> number) {
        List<T> items = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(items, found.size() > limit ? String.valueOf(number.applyAsLong(items.getLast())) : null);
    }

    /** The same page of other items. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
