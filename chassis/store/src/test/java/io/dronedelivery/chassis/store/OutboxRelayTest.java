package io.dronedelivery.chassis.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relays beside each other, whose broker acknowledges the first message only when the test says so. */
@QuarkusTest
class OutboxRelayTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration A_FEW_PERIODS = Duration.ofSeconds(2);
    private static final Duration UNCONFIRMED = Duration.ofSeconds(4);

    private final List<Replica> replicas = new ArrayList<>();
    private final OutboxRelay usual;
    private final RelaySessions sessions;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Pool pool;
    private final Vertx vertx;

    OutboxRelayTest(
            OutboxRelay usual,
            RelaySessions sessions,
            Transactions transactions,
            Outbox outbox,
            Pool pool,
            Vertx vertx) {
        this.usual = usual;
        this.sessions = sessions;
        this.transactions = transactions;
        this.outbox = outbox;
        this.pool = pool;
        this.vertx = vertx;
    }

    @BeforeEach
    void stopTheUsualRelay() {
        usual.stop(new ShutdownEvent());
        await().atMost(TIMEOUT).until(() -> holder().isEmpty());
    }

    @AfterEach
    void startTheUsualRelay() {
        replicas.forEach(Replica::stop);
        await().atMost(TIMEOUT).until(() -> holder().isEmpty());
        usual.start(new StartupEvent());
    }

    @Test
    void whoLosesTheLockSendsNoMoreRowsAndTheOtherGoesOn() {
        Replica first = new Replica(onlyOneSession());
        first.holdsBack();
        append("cut", 1, 3);
        await().atMost(TIMEOUT).until(() -> first.sent.equals(List.of("cut-1")));
        Replica other = new Replica(sessions::open);
        other.acknowledged.complete(null);
        other.relay.nudge();
        await().during(A_FEW_PERIODS).until(other.sent::isEmpty); // it is not the holder

        terminate(holder().orElseThrow());
        await().atMost(TIMEOUT).until(() -> other.sent.size() == 3);
        append("cut", 4, 4);
        other.relay.nudge();
        await().atMost(TIMEOUT).until(() -> other.sent.size() == 4);
        first.acknowledged.complete(null);

        await().during(A_FEW_PERIODS).until(() -> first.sent.equals(List.of("cut-1")));
        assertThat(other.sent).containsExactly("cut-1", "cut-2", "cut-3", "cut-4");
        assertThat(published("cut", 5)).containsExactly("cut-1", "cut-1", "cut-2", "cut-3", "cut-4");
    }

    @Test
    void aRoundDoesNotGoOnWithALockThatWasLostAndGotAgain() {
        Replica replica = new Replica(sessions::open);
        replica.holdsBack();
        int lost = holder().orElseThrow();
        append("again", 1, 3);
        await().atMost(TIMEOUT).until(() -> replica.sent.size() == 1);

        terminate(lost);
        await().atMost(TIMEOUT).until(() -> holder().filter(pid -> pid != lost).isPresent());
        replica.acknowledged.complete(null);

        await().atMost(TIMEOUT).until(() -> rows() == 0);
        assertThat(replica.sent).containsExactly("again-1", "again-1", "again-2", "again-3");
    }

    @Test
    void ifTheDatabaseDoesNotConfirmTheLockNoRowIsSent() throws IOException, InterruptedException {
        Replica replica = new Replica(sessions::open);
        replica.holdsBack();
        append("silent", 1, 3);
        await().atMost(TIMEOUT).until(() -> replica.sent.size() == 1);
        int backend = holder().orElseThrow();

        signal("STOP", backend);
        try {
            await().during(UNCONFIRMED).until(() -> replica.sent.size() == 1); // it waits for the broker
            replica.acknowledged.complete(null);
            await().during(A_FEW_PERIODS).until(() -> replica.sent.size() == 1);
        } finally {
            signal("CONT", backend);
        }

        await().atMost(TIMEOUT).until(() -> rows() == 0);
        assertThat(replica.sent).containsExactly("silent-1", "silent-2", "silent-3");
    }

    @Test
    void ifAHolderSaysNothingMoreAnotherGetsItsLock() {
        RelaySession frozen = sessions.open().await().atMost(TIMEOUT);
        assertThat(frozen.hold().await().atMost(TIMEOUT)).isTrue();
        append("frozen", 1, 1);

        Replica other = new Replica(sessions::open);
        other.acknowledged.complete(null);

        await().during(A_FEW_PERIODS).until(other.sent::isEmpty);
        assertThat(frozen.holds()).isTrue();
        await().atMost(TIMEOUT).until(() -> other.sent.equals(List.of("frozen-1")));
        assertThat(frozen.holds()).isFalse();
    }

    @Test
    void aLockThatWasJustConfirmedIsNotConfirmedAgain() {
        RelaySession session = sessions.open().await().atMost(TIMEOUT);
        assertThat(session.hold().await().atMost(TIMEOUT)).isTrue();

        // again where a busy machine made the two too long apart
        await().atMost(TIMEOUT).until(() -> {
            session.execute("select 1", Tuple.tuple()).await().atMost(TIMEOUT);
            String asked = lastQuery();
            return session.hold().await().atMost(TIMEOUT) && lastQuery().equals(asked);
        });
        assertThat(session.holds()).isTrue();
        session.close().await().atMost(TIMEOUT);
    }

    @Test
    void noTransactionIsOpenWhileTheBrokerDoesNotAnswer() {
        Replica replica = new Replica(sessions::open);
        replica.holdsBack();
        append("open", 1, 1);
        await().atMost(TIMEOUT).until(() -> replica.sent.size() == 1);

        await().during(A_FEW_PERIODS)
                .until(() -> count("select count(*) from pg_stat_activity"
                                + " where datname = current_database() and state like 'idle in transaction%'")
                        == 0);

        replica.acknowledged.complete(null);
        await().atMost(TIMEOUT).until(() -> rows() == 0);
    }

    @Test
    void whoStopsGivesTheLockBackAtOnce() {
        Replica first = new Replica(sessions::open);
        first.holdsBack();
        append("stop", 1, 3);
        await().atMost(TIMEOUT).until(() -> first.sent.size() == 1);
        Replica other = new Replica(sessions::open);
        other.acknowledged.complete(null);

        first.stop();

        await().atMost(A_FEW_PERIODS).until(() -> rows() == 0);
        assertThat(first.sent).containsExactly("stop-1");
        assertThat(other.sent).containsExactly("stop-2", "stop-3");
    }

    /** One instance's relay, with the ids of what it has sent. */
    private final class Replica {
        final List<String> sent = new CopyOnWriteArrayList<>();
        final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        final OutboxRelay relay;

        Replica(Supplier<Uni<RelaySession>> opening) {
            relay = new OutboxRelay(vertx, opening, this::send);
            relay.start(new StartupEvent());
            replicas.add(this);
        }

        void holdsBack() {
            await().atMost(TIMEOUT).until(() -> holder().isPresent());
        }

        void stop() {
            relay.stop(new ShutdownEvent());
            acknowledged.complete(null);
        }

        private Uni<Void> send(Message<byte[]> message) {
            sent.add(id(message));
            return usual.broker.apply(message).chain(() -> Uni.createFrom().completionStage(() -> acknowledged.copy()));
        }
    }

    private Supplier<Uni<RelaySession>> onlyOneSession() {
        List<Uni<RelaySession>> left = new CopyOnWriteArrayList<>(List.of(sessions.open()));
        return () ->
                left.isEmpty() ? Uni.createFrom().failure(new IOException("the database is away")) : left.removeFirst();
    }

    private void append(String key, int first, int last) {
        List<Outgoing> messages = IntStream.rangeClosed(first, last)
                .mapToObj(n -> message(key, key + "-" + n))
                .toList();
        transactions.run(tx -> outbox.append(tx, messages)).await().atMost(TIMEOUT);
    }

    private static Outgoing message(String key, String id) {
        return new Outgoing(Topic.DELIVERY_REQUESTS, key, id, new CancelDelivery(id, key, "a", Instant.EPOCH, null));
    }

    private static String id(Message<byte[]> message) {
        OutgoingKafkaRecordMetadata<?> metadata =
                message.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
        return new String(metadata.getHeaders().lastHeader("ce_id").value(), UTF_8);
    }

    private static List<String> published(String key, int count) {
        return KafkaProbe.published(
                        Topic.DELIVERY_REQUESTS,
                        DeliveryRequest.class,
                        seen -> seen.deliveryId().equals(key),
                        count)
                .stream()
                .map(DeliveryRequest::requestId)
                .toList();
    }

    /** The database's process that serves whoever holds the lock. */
    private Optional<Integer> holder() {
        return query("""
                select pid from pg_locks join pg_stat_activity using (pid)
                where locktype = 'advisory' and granted and application_name = 'outbox relay'""").map(row -> row.getInteger(0));
    }

    /** What the holder has asked the database last. */
    private String lastQuery() {
        return query("select query from pg_stat_activity where pid = " + holder().orElseThrow())
                .orElseThrow()
                .getString(0);
    }

    private void terminate(int pid) {
        assertThat(query("select pg_terminate_backend(" + pid + ")")).isPresent();
    }

    private int rows() {
        return count("select count(*) from outbox");
    }

    private int count(String sql) {
        return query(sql).orElseThrow().getInteger(0);
    }

    private Optional<Row> query(String sql) {
        return StreamSupport.stream(
                        pool.query(sql).execute().await().atMost(TIMEOUT).spliterator(), false)
                .findFirst();
    }

    private static void signal(String name, int pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
    }
}
