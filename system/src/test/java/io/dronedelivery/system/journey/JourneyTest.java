package io.dronedelivery.system.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryPickedUp;
import io.dronedelivery.system.Repository;
import io.dronedelivery.system.journey.Dronectl.Printed;
import io.dronedelivery.system.observability.Readers;
import io.dronedelivery.testing.invariants.StoredTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Everything, started as <code>up</code> does: real processes, a real broker, a real database, one of them killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {
    private static final Path FLIGHT =
            Repository.ROOT.resolveSibling("shared").resolve("data/flights/autonomous-a-to-b.tlog");
    private static final StoredTopics TOPICS = new StoredTopics("localhost:" + (19_092 + Dronectl.PORT_OFFSET));
    /** In this order, among other spans: what a service does, and the names of those that it calls for it. */
    private static final List<String> WHOLE_TRACE = List.of(
            "ingestion  POST /api/v2/deliveries",
            "scheduler  process delivery.requests",
            "delivery   PUT /deliveries/{deliveryId}/attempts/{requestId}",
            "accounting PUT /charges/{deliveryId}/attempts/{attempt}",
            "drone      PUT /reservations/{deliveryId}/attempts/{attempt}",
            "delivery   PUT /deliveries/{deliveryId}/attempts/{attempt}/schedule",
            "delivery   send delivery.events",
            "goes on from trace",
            "DeliveryCompleted",
            "delivery   send delivery.events",
            "accounting process delivery.events");

    private static final int SOME = 4;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path state;

    private static Dronectl dronectl = new Dronectl(Path.of(""), Path.of(""));

    @BeforeAll
    static void up() {
        dronectl = new Dronectl(Repository.ROOT, state);
        Printed up = dronectl.run("up", "--detach", "--observe", "--time-scale", "20");
        assertThat(up.exitCode()).as(up.text()).isZero();
    }

    @AfterAll
    static void down() {
        dronectl.run("down");
    }

    @Test
    @Order(1)
    void deliveriesCompleteThoughTheirServiceIsKilledInMidFlight() {
        CompletableFuture<Printed> demo = dronectl.start("demo", "--deliveries", "12");
        await().atMost(TIMEOUT).until(() -> demo.isDone() || someParcelIsInTheAir());
        process("delivery").orElseThrow().destroyForcibly();

        assertThat(demo.join())
                .satisfies(printed ->
                        assertThat(printed.exitCode()).as(printed.text()).isZero());
    }

    /** The service that was killed has lost some spans, so not each delivery has all. */
    @Test
    @Order(2)
    void aDeliveryIsTracedFromTheRequestToTheCharge() {
        List<String> completed = TOPICS.read(Topic.DELIVERY_EVENTS, DeliveryEvent.class).stream()
                .filter(DeliveryCompleted.class::isInstance)
                .map(event -> event.header().deliveryId())
                .limit(SOME)
                .toList();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(completed)
                .extracting(deliveryId -> dronectl.run("trace", deliveryId).text())
                .anySatisfy(trace -> assertThat(trace).containsSubsequence(WHOLE_TRACE)));
    }

    @Test
    @Order(3)
    void noTokenPinOrContactIsShownToAnybodyElse() {
        String token = dronectl.run("token", "--scope", "customer", "--account", "demo")
                .text()
                .strip();
        MarkedDelivery marked = MarkedDelivery.order(token);
        await().atMost(TIMEOUT).until(() -> marked.status().equals("ARRIVING"));
        String problem = marked.confirm();
        await().atMost(TIMEOUT).until(() -> marked.status().equals("COMPLETED"));

        String events = TOPICS.read(Topic.DELIVERY_EVENTS, DeliveryEvent.class).stream()
                .map(Json::text)
                .collect(joining());
        String trace = dronectl.run("trace", marked.id()).text();
        assertThat(List.of(events, trace, problem, ShownMetrics.all(), logs())).allSatisfy(shown -> assertThat(shown)
                .isNotEmpty()
                .doesNotContain(marked.secrets().toArray(String[]::new)));
        assertThat(events + trace).contains(marked.id());
    }

    private static String logs() {
        try (Stream<Path> files = Files.walk(state.resolve("logs"))) {
            return files.filter(Files::isRegularFile).map(JourneyTest::content).collect(joining());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String content(Path log) {
        try {
            return Files.readString(log, ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same services are behind both, so a key or a delivery of one is that of the other. */
    @Test
    @Order(4)
    void aClientOfEachVersionOrdersReadsChangesAndCancels() {
        String token = dronectl.run("token", "--scope", "customer", "--account", "demo")
                .text()
                .strip();
        VersionedClient v1 = VersionedClient.ofV1(token);
        VersionedClient v2 = VersionedClient.ofV2(token);

        for (VersionedClient client : List.of(v1, v2)) {
            String id = client.order("of " + client.version());
            await().atMost(TIMEOUT).until(() -> client.status(id).equals("SCHEDULED"));
            assertThat(client.change(id, "change of " + client.version())).isEqualTo(202);
            assertThat(client.cancel(id, "cancel of " + client.version())).isEqualTo(202);
            await().atMost(TIMEOUT).until(() -> client.status(id).equals("CANCELLED"));
        }

        String shared = v1.order("of both");
        assertThat(v2.order("of both")).isEqualTo(shared);
        assertThat(v1.cancel(shared, "cancel of both")).isEqualTo(202);
        await().atMost(TIMEOUT).until(() -> v2.status(shared).equals("CANCELLED"));
        assertThat(v2.cancel(shared, "cancel of both")).isEqualTo(202);
        assertThat(v2.cancel(shared, "another cancel")).isEqualTo(409);
    }

    @Test
    @Order(5)
    void theRecordedFlightIsSixDeliveries() {
        assumeThat(FLIGHT).as("the recorded flight is not on this machine").exists();

        Printed replay = dronectl.run(
                "replay",
                FLIGHT.toString(),
                "--pickup",
                "49.25734,-123.24311",
                "--dropoff",
                "49.25691,-123.24202",
                "--speed",
                "60",
                "--double",
                "--drop",
                "20");

        assertThat(replay.exitCode()).as(replay.text()).isZero();
        assertThat(replay.text()).contains("6 of 6");
    }

    @Test
    @Order(6)
    void everyInvariantHolds() {
        Printed check = dronectl.run("check");

        assertThat(check.exitCode()).as(check.text()).isZero();
        assertThat(check.text()).contains("Every invariant holds.");
    }

    /** Kafka's clients tell theirs a minute after the start. */
    @Test
    @Order(7)
    void whatRulesAndDashboardsReadIsShown() {
        Set<String> read = Readers.all().ofServices();

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(ShownMetrics.series()).containsAll(read));
        assertThat(ShownMetrics.series())
                .filteredOn(name -> name.startsWith("kafka_"))
                .isSubsetOf(read);
    }

    @Test
    @Order(8)
    void afterDownNoProcessIsLeftAndTheDataAreWhatTheyWere() throws IOException {
        List<ProcessHandle> running = processes();
        assertThat(running).hasSizeGreaterThan(10);

        Printed down = dronectl.run("down");

        assertThat(down.exitCode()).as(down.text()).isZero();
        assertThat(running).noneMatch(ProcessHandle::isAlive);
        Breakage.provenOn(state);
    }

    private static boolean someParcelIsInTheAir() {
        return TOPICS.read(Topic.DELIVERY_EVENTS, DeliveryEvent.class).stream()
                .anyMatch(DeliveryPickedUp.class::isInstance);
    }

    private static List<ProcessHandle> processes() throws IOException {
        return StreamSupport.stream(status().spliterator(), false)
                .flatMap(part -> ProcessHandle.of(part.path("pid").asLong()).stream())
                .toList();
    }

    private static Optional<ProcessHandle> process(String part) {
        try {
            return StreamSupport.stream(status().spliterator(), false)
                    .filter(candidate -> candidate.path("name").asText().equals(part))
                    .findFirst()
                    .flatMap(found -> ProcessHandle.of(found.path("pid").asLong()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode status() throws IOException {
        return Json.MAPPER
                .readTree(Files.readAllBytes(state.resolve("status.json")))
                .path("parts");
    }
}
