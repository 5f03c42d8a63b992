package io.dronedelivery.local.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.local.chaos.proxy.Disturbance.Cut;
import io.dronedelivery.local.chaos.proxy.Disturbance.Delay;
import io.dronedelivery.local.chaos.proxy.Disturbance.LostAnswers;
import io.dronedelivery.local.chaos.proxy.Disturbance.None;
import io.dronedelivery.local.chaos.proxy.Disturbance.Stall;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private final EchoServer server = new EchoServer();
    private final Proxy proxy = Proxy.open(0, server.port(), new Random(1));

    ProxyTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void undisturbedItCarriesBothWays() throws IOException {
        try (TalkingClient client = connect()) {
            assertThat(client.say("hello").hear()).isEqualTo("hello");
        }
    }

    @Test
    void whoSaysNoMoreStillHearsTheRest() throws IOException {
        try (TalkingClient client = connect()) {
            assertThat(client.say("hello").hear()).isEqualTo("hello");
            assertThat(client.sayNoMore().hear()).isEqualTo("goodbye");
        }
    }

    @Test
    void itCarriesMuchWithoutChangingIt() throws IOException {
        String much = "x".repeat(1 << 20);
        try (TalkingClient client = connect()) {
            CompletableFuture<String> heard = client.listen();
            client.say(much);
            assertThat(heard.join()).isEqualTo(much);
        }
    }

    @Test
    void aCutResetsConnectionsAndRefusesNewOnes() throws IOException {
        try (TalkingClient client = connect()) {
            client.say("hello").hear();

            proxy.disturb(new Cut());

            assertThatThrownBy(client::hear).isInstanceOf(IOException.class);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void whatWasCutCanBeConnectedAgainAtTheSamePort() throws IOException {
        int port = proxy.port();
        proxy.disturb(new Cut());

        proxy.disturb(new None());

        assertThat(proxy.port()).isEqualTo(port);
        undisturbedItCarriesBothWays();
    }

    @Test
    void aStallKeepsEverythingUntilItIsOver() throws IOException {
        try (TalkingClient before = connect()) {
            before.say("hello").hear();
            proxy.disturb(new Stall());
            try (TalkingClient during = connect()) {
                CompletableFuture<String> answerBefore = before.say("one").listen();
                CompletableFuture<String> answerDuring = during.say("two").listen();
                await().during(Duration.ofMillis(200))
                        .until(() -> server.heard().size() == 1);
                assertThat(answerBefore).isNotDone();

                proxy.disturb(new None());

                assertThat(answerBefore.join()).isEqualTo("one");
                assertThat(answerDuring.join()).isEqualTo("two");
            }
        }
    }

    @Test
    void aDelayMakesWhatIsSaidLate() throws IOException {
        proxy.disturb(new Delay(Duration.ofMillis(100), Duration.ofMillis(50)));
        try (TalkingClient client = connect()) {
            long start = System.nanoTime();

            assertThat(client.say("hello").hear()).isEqualTo("hello");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void whereAnswersAreLostRequestsStillArrive() throws IOException {
        try (TalkingClient client = connect()) {
            client.say("hello").hear();
            proxy.disturb(new LostAnswers());

            CompletableFuture<String> answer = client.say("one").listen();

            await().until(() -> server.heard().contains("one"));
            assertThat(answer).isNotDone();
        }
    }

    @Test
    void aConnectionThatHasLostAnAnswerEndsWithTheDisturbance() throws IOException {
        try (TalkingClient client = connect()) {
            client.say("hello").hear();
            proxy.disturb(new LostAnswers());
            CompletableFuture<String> answer = client.say("one").listen();
            // By then the answer to the first has been dropped: they come in order.
            await().until(() -> server.heard().contains("one"));
            await().untilAsserted(() -> {
                proxy.disturb(new None());
                assertThat(answer).isCompletedExceptionally();
            });

            undisturbedItCarriesBothWays();
        }
    }

    @Test
    void aServerThatIsNotThereEndsTheConnection() throws IOException {
        server.close();

        try (TalkingClient client = connect()) {
            assertThatThrownBy(() -> client.say("hello").hear()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void manyTalkAtOnce() {
        assertThat(IntStream.range(0, 50).parallel().mapToObj(this::talk))
                .allMatch(answer -> answer.startsWith("hello "));
    }

    private String talk(int number) {
        try (TalkingClient client = connect()) {
            return client.say("hello " + number).hear();
        } catch (IOException failed) {
            return failed.toString();
        }
    }

    private TalkingClient connect() throws IOException {
        return new TalkingClient(proxy.port());
    }
}
