package io.dronedelivery.chassis.panache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PanacheTransactionsTest {
    private static final int MESSAGES = 50;
    private static final int TRIES = 6; // the first one and five more
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final PanacheTransactions transactions;
    private final PanacheOutbox outbox;

    PanacheTransactionsTest(PanacheTransactions transactions, PanacheOutbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Test
    void whatIsCommittedIsPublishedInOrder() {
        List<String> ids =
                IntStream.range(0, MESSAGES).mapToObj(n -> "panache-" + n).toList();

        await(transactions.run(() -> ids.stream()
                .map(id -> append("panache-ordered", id))
                .reduce(Uni.createFrom().voidItem(), (before, next) -> before.flatMap(_ -> next))));

        assertThat(published("panache-ordered", MESSAGES)).containsExactlyElementsOf(ids);
    }

    @Test
    void whatIsRolledBackIsNeverPublished() {
        Uni<Void> failing = transactions.run(() -> append("panache-undone", "rolled-back")
                .flatMap(_ -> Uni.createFrom().failure(new IllegalStateException("undo"))));
        assertThatThrownBy(() -> await(failing)).isInstanceOf(IllegalStateException.class);

        await(transactions.run(() -> append("panache-undone", "committed")));

        assertThat(published("panache-undone", 1)).containsExactly("committed");
    }

    @Test
    void aLostRaceIsRunAgainUntilItIsGivenUp() {
        AtomicInteger tries = new AtomicInteger();
        Uni<Void> racing = transactions.run(() -> {
            tries.incrementAndGet();
            return Uni.createFrom().failure(new SQLException("somebody was first", "23505"));
        });

        assertThatThrownBy(() -> await(racing)).isInstanceOf(RemoteFailure.class);
        assertThat(tries).hasValue(TRIES);
    }

    @Test
    void aValueThatCannotBeStoredIsRefused() {
        Uni<Void> unfit = transactions.run(() -> append("zero \0 character", "unfit"));

        assertThatThrownBy(() -> await(unfit)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aConnectionThatIsLostWithItsTransactionIsAnOutage() {
        Uni<List<Object>> cutOff =
                transactions.run(() -> Panache.getSession().flatMap(session -> session.createNativeQuery(
                                "select cast(pg_terminate_backend(pg_backend_pid()) as text)", Object.class)
                        .getResultList()));

        assertThatThrownBy(() -> await(cutOff)).isInstanceOf(RemoteFailure.class);
    }

    @Test
    void workThatThrowsFailsItsTransaction() {
        Uni<Void> throwing = transactions.run(() -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> await(throwing)).hasMessageContaining("a bug");
    }

    @Test
    void aTransactionGoesOnToItsEndThoughItsCallerIsCancelled() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        var caller = transactions
                .run(() -> {
                    Context context = Vertx.currentContext();
                    begun.complete(null);
                    return Uni.createFrom()
                            .completionStage(goOn)
                            .emitOn(task -> context.runOnContext(_ -> task.run())) // a session is bound to its thread
                            .flatMap(_ -> append("panache-cancelled", "kept"));
                })
                .subscribe()
                .with(_ -> {});
        begun.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();

        caller.cancel();
        goOn.complete(null);

        assertThat(published("panache-cancelled", 1)).containsExactly("kept");
    }

    private Uni<Void> append(String deliveryId, String id) {
        return outbox.append(
                Topic.DELIVERY_REQUESTS,
                deliveryId,
                id,
                new CancelDelivery(id, deliveryId, "account", Instant.EPOCH, null));
    }

    private static List<String> published(String deliveryId, int count) {
        return KafkaProbe.published(
                        Topic.DELIVERY_REQUESTS,
                        DeliveryRequest.class,
                        seen -> seen.deliveryId().equals(deliveryId),
                        count)
                .stream()
                .map(DeliveryRequest::requestId)
                .toList();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(TIMEOUT);
    }
}
