package io.dronedelivery.gateway.proxy;

import static io.dronedelivery.gateway.standin.Requests.DELIVERY;
import static io.dronedelivery.gateway.standin.Requests.customer;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway that traces: the service's work is in the trace of the client's request. */
@QuarkusTest
@TestProfile(TracedTest.Traced.class)
class TracedTest {
    private static final String TRACE = "a".repeat(32);
    private static final String CLIENT_SPAN = "b7ad6b7169203331";

    /** Without an exporter: nothing listens. */
    public static final class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.traces.exporter", "none");
        }
    }

    @Test
    void theTraceGoesOnAtTheService() {
        customer()
                .header("traceparent", "00-" + TRACE + "-" + CLIENT_SPAN + "-01")
                .header("tracestate", "a=b")
                .get(DELIVERY)
                .then()
                .body(
                        "headers.traceparent",
                        allOf(matchesRegex("00-" + TRACE + "-[0-9a-f]{16}-01"), not(containsString(CLIENT_SPAN))));
    }
}
