package io.dronedelivery.drone.report.domain;

import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.report.domain.RejectedReports.Tally;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Collects rejected reports. Noting one costs no I/O; {@link #save}, called periodically, stores them. Thread-safe.
 */
public final class RejectedReportLog {
    /** The detail quotes what was reported, which may be anything; not every character can be stored. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

    private final RejectedReports kept;
    private final Consumer<SetAside.Reason> counter;
    private SortedMap<String, Tally> unsaved = new TreeMap<>();

    /**
     * A log that keeps what is noted there.
     *
     * @param counter told the reason of each
     */
    public RejectedReportLog(RejectedReports kept, Consumer<SetAside.Reason> counter) {
        this.kept = kept;
        this.counter = counter;
    }

    /** Notes a rejected report of a drone. */
    public void note(String droneId, SetAside what) {
        counter.accept(what.reason());
        String detail = UNPRINTABLE.matcher(what.detail()).replaceAll("?");
        add(Tally.of(droneId, new SetAside(what.reason(), detail, what.receivedAt(), what.sample())));
    }

    /** Stores what was noted since the last time. What can't be stored now is stored later. */
    public Uni<Void> save() {
        List<Tally> noted = take();
        return noted.isEmpty()
                ? Uni.createFrom().voidItem()
                : kept.keep(noted).onFailure().invoke(() -> noted.forEach(this::putBack));
    }

    private synchronized List<Tally> take() {
        List<Tally> noted = List.copyOf(unsaved.values());
        unsaved = new TreeMap<>();
        return noted;
    }

    private synchronized void add(Tally later) {
        unsaved.merge(later.droneId(), later, Tally::plus);
    }

    private synchronized void putBack(Tally earlier) {
        unsaved.merge(earlier.droneId(), earlier, (later, before) -> before.plus(later));
    }
}
