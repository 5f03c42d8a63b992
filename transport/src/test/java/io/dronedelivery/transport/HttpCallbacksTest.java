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
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HttpCallbacksTest {
    private final HttpCallbacks callbacks;
    private final Downstreams downstreams;

    HttpCallbacksTest(HttpCallbacks callbacks, Downstreams downstreams) {
        this.callbacks = callbacks;
        this.downstreams = downstreams;
    }

    @Test
    void aReportThatIsRefusedForGoodIsNotSentAgain() {
        assertThatCode(() -> report(callbacks)).doesNotThrowAnyException();
    }

    @Test
    void aReportThatGotNoAnswerIsToBeSentAgain() {
        Callbacks astray = new HttpCallbacks(
                (_, _) -> Uni.createFrom().failure(new ConnectException("Connection refused")), downstreams);

        assertThatThrownBy(() -> report(astray)).isInstanceOf(RemoteFailure.class);
    }

    @Test
    void operatorsSeeTheStateOfTheCircuit() {
        get("/operations/downstreams").then().statusCode(200).body("name", hasItem("transport"));
    }

    private static void report(Callbacks way) {
        way.send("overland", new Callback("unknown-1", Stage.PICKED_UP, Instant.now(), null, null))
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
