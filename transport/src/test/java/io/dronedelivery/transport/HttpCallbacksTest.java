package io.dronedelivery.transport;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;

import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.transport.Shipments.Callback;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.overland.Callbacks;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HttpCallbacksTest {
    private final HttpCallbacks callbacks;
    private final Downstreams downstreams;
    private final Vertx vertx;
    private final String tokenFile;

    HttpCallbacksTest(
            HttpCallbacks callbacks,
            Downstreams downstreams,
            Vertx vertx,
            @ConfigProperty(name = "overland.token-file") String tokenFile) {
        this.callbacks = callbacks;
        this.downstreams = downstreams;
        this.vertx = vertx;
        this.tokenFile = tokenFile;
    }

    @Test
    void aReportThatIsRefusedForGoodIsNotSentAgain() {
        assertThatCode(() -> report(callbacks)).doesNotThrowAnyException();
    }

    @Test
    void aReportThatGotNoAnswerIsToBeSentAgain() {
        Callbacks astray = new HttpCallbacks(
                (_, _, _) -> Uni.createFrom().failure(new ConnectException("Connection refused")),
                downstreams,
                vertx,
                tokenFile);

        assertThatThrownBy(() -> report(astray)).isInstanceOf(RemoteFailure.class);
    }

    @Test
    void operatorsSeeTheStateOfTheCircuit() {
        get("/operations/downstreams").then().statusCode(200).body("name", hasItem("gateway"));
    }

    private static void report(Callbacks way) {
        way.send("overland", new Callback("unknown-1", Stage.PICKED_UP, Instant.now(), null, null))
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
