package io.dronedelivery.supervisor.watch.domain;

import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.attempt;
import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.version;
import static io.dronedelivery.supervisor.watch.domain.WatchFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.supervisor.watch.domain.Alert.Act;
import io.dronedelivery.supervisor.watch.domain.Alert.ActKind;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.Alert.Resolved;
import io.dronedelivery.supervisor.watch.domain.Alert.Status;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries.Search;
import io.dronedelivery.supervisor.watch.domain.operations.AlertOperations.Done;
import io.dronedelivery.supervisor.watch.domain.operations.AlertOperations.NotPossible;
import io.dronedelivery.supervisor.watch.domain.operations.AlertOperations.Unknown;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertOperationsTest {
    private final WatchFixture watch = new WatchFixture();
    private final DeliveryMessages d = new DeliveryMessages("d", watch.now());

    @Test
    void anOperatorHasAnUnansweredRequestPublishedAgain() {
        watch.read(d.schedule());
        watch.run(Duration.ofHours(1));
        watch.published.clear();

        done(watch.alerts.redrive(only().id(), "Ada", null));

        assertThat(watch.published).containsExactly(d.schedule());
        assertThat(only().status()).isEqualTo(Status.OPEN);
        assertThat(only().acts()).containsExactly(new Act(ActKind.REDRIVE, "Ada", watch.now(), null));
    }

    @Test
    void anOperatorHasAnOverdueFlightInterruptedNow() {
        watch.read(d.schedule());
        watch.read(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));
        watch.shows(d.view(DeliveryStatus.SCHEDULED, version(2), attempt(1), null));
        watch.run(DeliveryMessages.FLIGHT.plusMinutes(1));

        done(watch.alerts.redrive(only().id(), "Ada", "it lies in the lake"));
        done(watch.runner.runDue());

        assertThat(watch.interruptions).containsExactly("d/1 OVERDUE");
        assertThat(only().acts()).containsExactly(new Act(ActKind.REDRIVE, "Ada", watch.now(), "it lies in the lake"));
    }

    @Test
    void aRecoveredParcelIsResolvedByAPersonForGood() {
        watch.read(
                d.pickedUp(version(3), attempt(1)),
                d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE),
                d.failed(version(5), attempt(1)));
        String id = only().id();

        assertThat(done(watch.alerts.redrive(id, "Ada", null))).isInstanceOf(NotPossible.class);
        assertThat(done(watch.alerts.resolve(id, "Ada", "fetched from the lake")))
                .isInstanceOf(Done.class);
        watch.read(
                d.pickedUp(version(3), attempt(1)),
                d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE),
                d.failed(version(5), attempt(1)));

        assertThat(only().state()).isEqualTo(new Resolved(watch.now()));
        assertThat(only().acts())
                .containsExactly(new Act(ActKind.RESOLVE, "Ada", watch.now(), "fetched from the lake"));
        assertThat(done(watch.alerts.resolve(id, "Ada", "again"))).isInstanceOf(NotPossible.class);
        assertThat(done(watch.alerts.redrive(id, "Ada", null))).isInstanceOf(NotPossible.class);
    }

    @Test
    void aParcelIsDecidedOnAtItsCompensationUntilItsDeliveryHasEnded() {
        watch.read(d.pickedUp(version(3), attempt(1)), d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE));

        assertThat(done(watch.alerts.resolve(only().id(), "Ada", "fetched from the lake")))
                .isInstanceOfSatisfying(
                        NotPossible.class, refused -> assertThat(refused.why()).contains("at the compensation"));
        assertThat(only().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aRequestThatAPersonHasSettledIsNotFollowedAnyMore() {
        watch.read(d.schedule());
        watch.run(Duration.ofHours(1));

        done(watch.alerts.resolve(only().id(), "Ada", "told the customer to order anew"));

        assertThat(watch.delivery("d").request(d.scheduleId()).map(WatchedRequest::state))
                .contains(new WatchedRequest.Answered("resolved by Ada", watch.now()));
        assertThat(done(watch.watched.counts()).unanswered()).isZero();
    }

    @Test
    void noActIsPossibleAfterAnAlertIsCleared() {
        watch.read(d.schedule());
        watch.run(Duration.ofHours(1));
        watch.read(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));
        watch.published.clear();

        assertThat(done(watch.alerts.redrive(only().id(), "Ada", null)))
                .isInstanceOfSatisfying(
                        NotPossible.class, refused -> assertThat(refused.why()).contains("DeliveryCreated d/2"));
        assertThat(done(watch.alerts.resolve("none", "Ada", "note"))).isEqualTo(new Unknown());
        assertThat(watch.published).isEmpty();
    }

    @Test
    void aRequestShowsHowItStands() {
        watch.read(d.schedule());

        var report = done(watch.alerts.request(d.scheduleId())).orElseThrow();

        assertThat(report.request()).isEqualTo(d.schedule());
        assertThat(report.state()).isInstanceOf(WatchedRequest.Awaited.class);
        assertThat(done(watch.alerts.request("other"))).isEmpty();
    }

    @Test
    void unansweredRequestsAndOpenAlertsAreCounted() {
        watch.read(d.schedule());
        watch.read(new DeliveryMessages("e", watch.now().plusSeconds(1)).schedule());
        DeliveryMessages lost = new DeliveryMessages("l", watch.now());
        watch.read(lost.pickedUp(version(3), attempt(1)), lost.interrupted(version(4), attempt(1), null));

        var counts = done(watch.watched.counts());

        assertThat(counts.unanswered()).isEqualTo(2);
        assertThat(counts.oldest()).contains(d.start());
        assertThat(counts.open()).containsEntry(Kind.RECOVER_PARCEL, 1L).hasSize(1);
    }

    private Alert only() {
        var all = done(watch.alerts.list(new Search(Optional.empty(), Optional.empty(), Long.MAX_VALUE, 10)));
        assertThat(all.items()).hasSize(1);
        return all.items().getFirst();
    }
}
