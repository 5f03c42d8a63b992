package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.domain.watch.Alert.Act;
import io.dronedelivery.supervisor.domain.watch.Alert.Doing;
import io.dronedelivery.supervisor.domain.watch.Watched.Entry;
import io.dronedelivery.supervisor.domain.watch.Watched.Search;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows operators what needs them, and does what they decide. */
public final class Alerts {
    private final Watched watched;
    private final InstantSource clock;

    public Alerts(Watched watched, InstantSource clock) {
        this.watched = watched;
        this.clock = clock;
    }

    /** What came of an operator's act. */
    public sealed interface Acted {}

    /** It was done. */
    public record Done(Alert alert) implements Acted {}

    /** It can't be done: why, and what can be. */
    public record NotPossible(String why) implements Acted {}

    /** There is no such alert. */
    public record Unknown() implements Acted {}

    /**
     * How a request stands.
     *
     * @param heardAt when the watch first heard of it
     * @param request what was asked for, while it is not answered
     * @param lastEvent the last that was heard of its delivery
     * @param alerts what was raised about its delivery
     */
    public record Report(
            String requestId,
            String deliveryId,
            Instant heardAt,
            @Nullable DeliveryRequest request,
            Standing standing,
            @Nullable Heard lastEvent,
            List<Alert> alerts) {
        private static Report of(Course course, Promise promise) {
            return new Report(
                    promise.requestId(),
                    course.deliveryId(),
                    promise.heardAt(),
                    promise.request(),
                    promise.standing(),
                    course.story().last(),
                    course.alerts());
        }
    }

    /**
     * One page of alerts, the newest first.
     *
     * @param next the cursor of the following page; absent on the last
     */
    public record Page(List<Alert> alerts, @Nullable String next) {}

    /** The page that is asked for. */
    public Uni<Page> list(Search search) {
        int limit = search.limit();
        return watched.alerts(new Search(search.status(), search.kind(), search.before(), limit + 1))
                .map(found -> new Page(
                        found.stream().limit(limit).map(Watched.Numbered::alert).toList(),
                        found.size() > limit
                                ? String.valueOf(found.get(limit - 1).number())
                                : null));
    }

    /** The alert of that id. */
    public Uni<Optional<Alert>> find(String alertId) {
        return watched.ofAlert(alertId)
                .map(found -> found.flatMap(entry -> entry.course().alert(alertId)));
    }

    /** How the request of that id stands. */
    public Uni<Optional<Report>> request(String requestId) {
        return watched.ofRequest(requestId).map(found -> found.map(Entry::course)
                .flatMap(course -> course.promise(requestId).map(promise -> Report.of(course, promise))));
    }

    /** An unanswered request is published again; an overdue flight is interrupted as soon as the watch goes round. */
    public Uni<Acted> redrive(String alertId, String operator, @Nullable String note) {
        return act(alertId, new Act(Doing.REDRIVE, operator, clock.instant(), note));
    }

    /** A person has settled it, as the note says. */
    public Uni<Acted> resolve(String alertId, String operator, String note) {
        return act(alertId, new Act(Doing.RESOLVE, operator, clock.instant(), note));
    }

    private Uni<Acted> act(String alertId, Act act) {
        return watched.ofAlert(alertId).chain(found -> found.map(entry -> act(entry, alertId, act))
                .orElse(Uni.createFrom().item(new Unknown())));
    }

    private Uni<Acted> act(Entry entry, String alertId, Act act) {
        Alert alert = entry.course().alert(alertId).orElseThrow();
        return switch (new Acting(act).on(entry.course(), alert)) {
            case Acting.Refused(String why) -> Uni.createFrom().item(new NotPossible(why));
            case Acting.Decided(Course course, List<DeliveryRequest> again) ->
                watched.replace(entry, course, again)
                        .chain(kept -> kept
                                ? Uni.createFrom()
                                        .item(new Done(course.alert(alertId).orElseThrow()))
                                : act(alertId, act));
        };
    }
}
