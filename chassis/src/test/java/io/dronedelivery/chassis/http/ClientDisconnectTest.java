package io.dronedelivery.chassis.http;

import static io.restassured.RestAssured.given;
import static java.util.Collections.synchronizedList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesRegex;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that goes away is no error of ours. */
@QuarkusTest
class ClientDisconnectTest {
    private static final int CLIENTS = 100;

    private final List<String> errors = synchronizedList(new ArrayList<>());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            boolean broker = String.valueOf(line.getLoggerName()).startsWith("org.apache.kafka"); // there is none here
            if (line.getLevel().intValue() >= Level.WARNING.intValue() && !broker) {
                errors.add(line.getLoggerName() + ": " + line.getMessage() + " " + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TestHTTPResource(value = "/metrics", management = true)
    private String metrics = "";

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void beforeTheAnswerIsMade() throws Exception {
        hangUp("GET /wishes/later HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void inTheMiddleOfTheBody() throws Exception {
        hangUp("POST /wishes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n{\"count\"");
    }

    @Test
    void afterTheBodyWasRefused() throws Exception {
        hangUp("POST /wishes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000\r\n\r\n{\"count\"");
    }

    @Test
    void whileEventsAreSent() throws Exception {
        hangUp("GET /wishes/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
        given().get(metrics).then().body(matchesRegex("(?s).*http_clients_gone_total [1-9].*"));
    }

    @Test
    void whileManyAreServedOnOneConnection() throws Exception {
        hangUp("GET /wishes/later HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(3));
    }

    @Test
    void butAFaultOfOursIsLogged() throws Exception {
        given().get("/wishes/later?failing=true").then().statusCode(500);
        await().untilAsserted(() -> assertThat(errors).anyMatch(line -> line.contains("request failed")));
    }

    private void hangUp(String request) throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            RawClient client = new RawClient();
            client.send(request);
            if (i % 2 == 0) {
                await().pollDelay(Duration.ofMillis(10)).until(() -> true);
            }
            client.hangUp();
        }
        assertQuiet();
    }

    private void assertQuiet() {
        // whatever was going on has ended by then
        await().pollDelay(WishResource.LATER.multipliedBy(3)).until(() -> true);
        given().get("/wishes").then().statusCode(200);
        assertThat(errors).isEmpty();
    }
}
