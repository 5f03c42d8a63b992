package io.dronedelivery.bench.reference;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.local.project.Endpoints;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The six steps of a delivery without this system's logic, over the same PostgreSQL and Kafka: it consumes a request, calls
 * five {@link BareSteps} by HTTP, one after the other, and publishes an event. All of it runs in one process, so it also has
 * no price for being several.
 */
public final class BareWorkflow {
    /** The topic of requests; the key is the delivery, the value any text. */
    public static final String REQUESTS = "bench.requests";
    /** The topic of events, with the key of the request. */
    public static final String EVENTS = "bench.events";

    private static final int PARTITIONS = 16;
    private static final int AT_A_TIME = 64;
    private static final int EVENT_LOOPS = 2; // as the services have
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int OK = 200;

    private final HttpClient client;
    private final KafkaProducer<String, byte[]> events;

    private BareWorkflow(HttpClient client, KafkaProducer<String, byte[]> events) {
        this.client = client;
        this.events = events;
    }

    /** Makes its topics and tables, and starts it in a JVM of its own. */
    public static ReferenceProcess start(Path logs) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Endpoints.kafka()))) {
            BareSteps.createTables();
            admin.createTopics(List.of(
                            new NewTopic(REQUESTS, PARTITIONS, (short) 1), new NewTopic(EVENTS, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (SQLException | ExecutionException failed) {
            throw new InvalidMeasurement("the bare workflow can't be prepared: " + failed);
        }
        return ReferenceProcess.start(
                "bare-workflow", logs, BareWorkflow.class, () -> ReferenceProcess.listens(BareSteps.PORT));
    }

    /** Works until the process is ended. */
    public static void main(String... arguments) throws ExecutionException, InterruptedException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
        vertx.deployVerticle(BareSteps::new, new DeploymentOptions().setInstances(EVENT_LOOPS))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(BareSteps.HOST)
                .setDefaultPort(BareSteps.PORT)
                .setMaxPoolSize(AT_A_TIME));
        Map<String, Object> producing =
                Map.of("bootstrap.servers", Endpoints.kafka(), "acks", "all", "enable.idempotence", true);
        try (KafkaProducer<String, byte[]> events =
                new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer())) {
            new BareWorkflow(client, events).consume();
        }
    }

    /** A request counts as read once its event is published, so that none is lost by a crash. */
    private void consume() throws ExecutionException, InterruptedException {
        Map<String, Object> consuming = Map.of(
                "bootstrap.servers",
                Endpoints.kafka(),
                "group.id",
                "bare-workflow",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "max.poll.records",
                AT_A_TIME);
        try (KafkaConsumer<String, byte[]> requests =
                new KafkaConsumer<>(consuming, new StringDeserializer(), new ByteArrayDeserializer())) {
            requests.subscribe(List.of(REQUESTS));
            while (true) {
                List<Future<Void>> underWay = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> request : requests.poll(POLL)) {
                    underWay.add(carryOut(request.key(), request.value()));
                }
                if (!underWay.isEmpty()) {
                    Future.all(underWay)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get();
                    requests.commitAsync();
                }
            }
        }
    }

    private Future<Void> carryOut(String delivery, byte[] request) {
        Buffer body = Buffer.buffer(request);
        Future<Void> done = Future.succeededFuture();
        for (String step : BareSteps.STEPS) {
            done = done.compose(_ -> call(step, delivery, body));
        }
        return done.compose(_ -> publish(delivery, request));
    }

    private Future<Void> call(String step, String delivery, Buffer body) {
        return client.request(HttpMethod.PUT, "/" + step + "/" + delivery)
                .compose(request -> request.send(body))
                .compose(BareWorkflow::requireOk);
    }

    private static Future<Void> requireOk(HttpClientResponse response) {
        return response.statusCode() == OK
                ? response.end()
                : response.body().compose(body -> Future.failedFuture(body.toString()));
    }

    private Future<Void> publish(String delivery, byte[] event) {
        return Future.future(published -> events.send(new ProducerRecord<>(EVENTS, delivery, event), (_, failure) -> {
            if (failure == null) {
                published.complete();
            } else {
                published.fail(failure);
            }
        }));
    }
}
