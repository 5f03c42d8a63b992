package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.domain.SetAsides.Tally;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Where every door notes what it does not believe. Noting costs no I/O; it is kept by {@link #save}, called again and
 * again. Thread-safe.
 */
public final class SetAsideLog {
    /** What was reported is quoted in the detail, and may be anything; no database takes just anything. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

    private final SetAsides kept;
    private final Consumer<SetAside.Reason> counter;
    private SortedMap<String, Tally> unsaved = new TreeMap<>();

    /**
     * A log that keeps what is noted there.
     *
     * @param counter told the reason of each
     */
    public SetAsideLog(SetAsides kept, Consumer<SetAside.Reason> counter) {
        this.kept = kept;
        this.counter = counter;
    }

    /** Notes what is not believed of a drone. */
    public void note(String droneId, SetAside what) {
        counter.accept(what.reason());
        String detail = UNPRINTABLE.matcher(what.detail()).replaceAll("?");
        add(Tally.of(droneId, new SetAside(what.reason(), detail, what.receivedAt(), what.sample())));
    }

    /** Keeps what was noted since the last time. What can't be kept now stays, to be kept later. */
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
