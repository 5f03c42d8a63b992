package io.dronedelivery.supervisor.domain.watch;

import static io.dronedelivery.supervisor.domain.watch.Lookout.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.supervisor.domain.watch.Alert.Act;
import io.dronedelivery.supervisor.domain.watch.Alert.Doing;
import io.dronedelivery.supervisor.domain.watch.Alert.Kind;
import io.dronedelivery.supervisor.domain.watch.Alert.Resolved;
import io.dronedelivery.supervisor.domain.watch.Alert.Status;
import io.dronedelivery.supervisor.domain.watch.Alerts.Done;
import io.dronedelivery.supervisor.domain.watch.Alerts.NotPossible;
import io.dronedelivery.supervisor.domain.watch.Alerts.Unknown;
import io.dronedelivery.supervisor.domain.watch.Watched.Search;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private final Lookout lookout = new Lookout();
    private final Tidings d = new Tidings("d", lookout.now());

    @Test
    void anOperatorHasAnUnansweredRequestPublishedAgain() {
        lookout.hear(d.schedule());
        lookout.run(Duration.ofHours(1));
        lookout.published.clear();

        done(lookout.alerts.redrive(only().id(), "Ada", null));

        assertThat(lookout.published).containsExactly(d.schedule());
        assertThat(only().status()).isEqualTo(Status.OPEN);
        assertThat(only().acts()).containsExactly(new Act(Doing.REDRIVE, "Ada", lookout.now(), null));
    }

    @Test
    void anOperatorHasAnOverdueFlightInterruptedNow() {
        lookout.hear(d.schedule());
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()));
        lookout.shows(d.view(DeliveryStatus.SCHEDULED, 2, 1, null));
        lookout.run(Tidings.FLIGHT.plusMinutes(1));

        done(lookout.alerts.redrive(only().id(), "Ada", "it lies in the lake"));
        done(lookout.rounds.runDue());

        assertThat(lookout.interruptions).containsExactly("d/1 OVERDUE");
        assertThat(only().acts()).containsExactly(new Act(Doing.REDRIVE, "Ada", lookout.now(), "it lies in the lake"));
    }

    @Test
    void aRecoveredParcelIsResolvedByAPersonForGood() {
        lookout.hear(d.pickedUp(3, 1), d.interrupted(4, 1, Tidings.PLACE), d.failed(5, 1));
        String id = only().id();

        assertThat(done(lookout.alerts.redrive(id, "Ada", null))).isInstanceOf(NotPossible.class);
        assertThat(done(lookout.alerts.resolve(id, "Ada", "fetched from the lake")))
                .isInstanceOf(Done.class);
        lookout.hear(d.pickedUp(3, 1), d.interrupted(4, 1, Tidings.PLACE), d.failed(5, 1));

        assertThat(only().state()).isEqualTo(new Resolved(lookout.now()));
        assertThat(only().acts())
                .containsExactly(new Act(Doing.RESOLVE, "Ada", lookout.now(), "fetched from the lake"));
        assertThat(done(lookout.alerts.resolve(id, "Ada", "again"))).isInstanceOf(NotPossible.class);
        assertThat(done(lookout.alerts.redrive(id, "Ada", null))).isInstanceOf(NotPossible.class);
    }

    @Test
    void aRequestThatAPersonHasSettledIsNotFollowedAnyMore() {
        lookout.hear(d.schedule());
        lookout.run(Duration.ofHours(1));

        done(lookout.alerts.resolve(only().id(), "Ada", "told the customer to order anew"));

        assertThat(lookout.course("d").promise(d.scheduleId()).map(Promise::standing))
                .contains(new Standing.Answered("resolved by Ada", lookout.now()));
        assertThat(done(lookout.watched.census()).unanswered()).isZero();
    }

    @Test
    void whatHasSettledItselfNeedsNobody() {
        lookout.hear(d.schedule());
        lookout.run(Duration.ofHours(1));
        lookout.hear(d.requested(), d.created(2, 1, d.scheduleId()));
        lookout.published.clear();

        assertThat(done(lookout.alerts.redrive(only().id(), "Ada", null)))
                .isInstanceOfSatisfying(
                        NotPossible.class, refused -> assertThat(refused.why()).contains("DeliveryCreated d/2"));
        assertThat(done(lookout.alerts.resolve("none", "Ada", "note"))).isEqualTo(new Unknown());
        assertThat(lookout.published).isEmpty();
    }

    @Test
    void aRequestShowsHowItStands() {
        lookout.hear(d.schedule());

        var report = done(lookout.alerts.request(d.scheduleId())).orElseThrow();

        assertThat(report.request()).isEqualTo(d.schedule());
        assertThat(report.standing()).isInstanceOf(Standing.Awaited.class);
        assertThat(done(lookout.alerts.request("other"))).isEmpty();
    }

    @Test
    void whatIsWatchedIsCounted() {
        lookout.hear(d.schedule());
        lookout.hear(new Tidings("e", lookout.now().plusSeconds(1)).schedule());
        Tidings lost = new Tidings("l", lookout.now());
        lookout.hear(lost.pickedUp(3, 1), lost.interrupted(4, 1, null));

        var census = done(lookout.watched.census());

        assertThat(census.unanswered()).isEqualTo(2);
        assertThat(census.oldest()).contains(d.start());
        assertThat(census.open()).containsEntry(Kind.RECOVER_PARCEL, 1L).hasSize(1);
    }

    private Alert only() {
        var all = done(lookout.alerts.list(new Search(Optional.empty(), Optional.empty(), Long.MAX_VALUE, 10)));
        assertThat(all.alerts()).hasSize(1);
        return all.alerts().getFirst();
    }
}
