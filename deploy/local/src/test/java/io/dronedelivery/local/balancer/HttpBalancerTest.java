package io.dronedelivery.local.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Service;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpBalancerTest {
    private static final Instance ONE = new Instance(Service.DELIVERY, 1);
    private static final Instance OTHER = new Instance(Service.DELIVERY, 2);
    private static final int REQUESTS = 20;
    private static final String CUT_OFF = "the instance ends before it answers";
    private static final String HALF_ANSWERED = "the instance ends while it answers";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final Map<Instance, HttpServer> servers = new HashMap<>();
    private final Map<Instance, Integer> ports = new HashMap<>();
    private final Set<Instance> ready = ConcurrentHashMap.newKeySet();
    private final ReadyInstances instances = ReadyInstances.watch(List.of(ONE, OTHER), ready::contains);
    private HttpBalancer balancer;

    HttpBalancerTest() {
        for (Instance instance : List.of(ONE, OTHER)) {
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(
                            request -> request.body().onSuccess(body -> answer(instance, request, body.toString())))
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            servers.put(instance, server);
            ports.put(instance, server.actualPort());
        }
        balancer = HttpBalancer.open(vertx, 0, instances, instance -> ports.getOrDefault(instance, 0));
    }

    @BeforeEach
    void bothAreReady() {
        ready(ONE, OTHER);
    }

    @AfterEach
    void close() {
        instances.close();
        balancer.close();
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void requestsGoToTheReadyInstancesInTurn() {
        assertThat(answeredBy()).contains(ONE.id(), OTHER.id());
    }

    @Test
    void anInstanceThatIsNotReadyGetsNoRequest() {
        ready(OTHER);

        assertThat(answeredBy()).containsOnly(OTHER.id());
    }

    @Test
    void aRequestWhoseInstanceRefusesTheConnectionGoesToTheNext() {
        stop(ONE);

        assertThat(answeredBy()).hasSize(REQUESTS).containsOnly(OTHER.id());
    }

    @Test
    void whereNoInstanceIsThereTheAnswerIsToComeAgain() {
        stop(ONE);
        stop(OTHER);

        HttpResponse<String> answer = send("anything");

        assertThat(answer.statusCode()).isEqualTo(UNAVAILABLE);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aRequestThatItsInstanceHasReceivedGoesToNoOther() {
        HttpResponse<String> answer = send(CUT_OFF);

        assertThat(answer.statusCode()).isEqualTo(UNAVAILABLE);
        assertThat(cutOff).as("it may have been carried out").hasValue(1);
    }

    @Test
    void anAnswerThatIsCutOffIsNotEndedAsIfItWereWhole() {
        assertThatThrownBy(() -> send(HALF_ANSWERED)).hasCauseInstanceOf(IOException.class);
    }

    private void answer(Instance instance, HttpServerRequest request, String body) {
        HttpServerResponse response = request.response();
        switch (body) {
            case CUT_OFF -> {
                cutOff.incrementAndGet();
                request.connection().close();
            }
            case HALF_ANSWERED ->
                response.setChunked(true).write("half").onComplete(_ -> request.connection()
                        .close());
            default ->
                response.putHeader("Connection", "close")
                        .putHeader("Content-Type", "text/plain")
                        .end(instance.id() + " " + request.method() + " " + request.uri() + " " + body);
        }
    }

    @Test
    void methodPathAndBodyArePassedOnAndTheConnectionIsTheClientsOwn() {
        HttpResponse<String> answer = send("a body");

        assertThat(answer.statusCode()).isEqualTo(OK);
        assertThat(answer.body()).endsWith(" POST /some/path?and=query a body");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(answer.headers().firstValue("Connection"))
                .as("an instance that closes its connection does not close the client's")
                .isEmpty();
    }

    private void stop(Instance instance) {
        HttpServer server = servers.get(instance);
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void ready(Instance... those) {
        ready.clear();
        ready.addAll(List.of(those));
        await().atMost(TIMEOUT).until(() -> List.of(ONE, OTHER).stream()
                .allMatch(instance -> instances.isReady(instance) == ready.contains(instance)));
    }

    private List<String> answeredBy() {
        return IntStream.range(0, REQUESTS)
                .mapToObj(_ -> send("hello"))
                .map(answer -> answer.body().split(" ", 2)[0])
                .toList();
    }

    private HttpResponse<String> send(String body) {
        URI uri = URI.create("http://127.0.0.1:" + balancer.port() + "/some/path?and=query");
        HttpRequest request =
                HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build();
        return http.sendAsync(request, BodyHandlers.ofString()).join();
    }
}
