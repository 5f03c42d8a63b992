package io.dronedelivery.chassis.store;

import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the stores read from rows and write into them. */
public final class Rows {
    private Rows() {}

    /** The rows, in the order of the query. */
    public static <R> Stream<R> stream(RowSet<R> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /** What is read from each row. */
    public static <R, T> List<T> all(RowSet<R> rows, Function<R, T> read) {
        return stream(rows).map(read).toList();
    }

    /** What is read from the first row, if there is one. */
    public static <R, T> Optional<T> first(RowSet<R> rows, Function<R, T> read) {
        return stream(rows).findFirst().map(read);
    }

    /** A part of each element, as an array parameter: a column for <code>unnest</code>. */
    public static <E, P> P[] column(List<E> elements, IntFunction<P[]> array, Function<E, @Nullable P> part) {
        return elements.stream().map(part).toArray(array);
    }

    /** As a parameter for a <code>timestamptz</code> column, which holds microseconds. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
