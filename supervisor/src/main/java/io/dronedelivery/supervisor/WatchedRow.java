package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Alert;
import io.dronedelivery.supervisor.domain.watch.Course;
import io.dronedelivery.supervisor.domain.watch.Promise;
import io.dronedelivery.supervisor.domain.watch.Watched.Entry;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A course as a row, and what is new in it for the indexes of requests and alerts. */
final class WatchedRow {
    private WatchedRow() {}

    /** Of a new one. */
    static Tuple of(Course course) {
        return row(course, course.promises(), course.alerts());
    }

    /** Of one that was there; the last parameter is the revision in which it was read. */
    static Tuple replacing(Entry read, Course course) {
        List<String> known =
                read.course().promises().stream().map(Promise::requestId).toList();
        List<Promise> added = course.promises().stream()
                .filter(promise -> !known.contains(promise.requestId()))
                .toList();
        List<Alert> changed = course.alerts().stream()
                .filter(alert -> !read.course().alerts().contains(alert))
                .toList();
        return row(course, added, changed).addInteger(read.revision());
    }

    private static Tuple row(Course course, List<Promise> requests, List<Alert> alerts) {
        return Tuple.tuple()
                .addString(course.deliveryId())
                .addOffsetDateTime(course.nextLook().map(WatchedRow::utc).orElse(null))
                .addInteger(course.unanswered().size())
                .addOffsetDateTime(oldest(course))
                .addJsonObject(Documents.json(course))
                .addArrayOfString(texts(requests, Promise::requestId))
                .addArrayOfString(texts(alerts, Alert::id))
                .addArrayOfString(texts(alerts, alert -> alert.kind().name()))
                .addArrayOfString(texts(alerts, alert -> alert.status().name()));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime oldest(Course course) {
        return course.unanswered().stream()
                .map(DeliveryRequest::requestedAt)
                .min(Instant::compareTo)
                .map(WatchedRow::utc)
                .orElse(null);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
