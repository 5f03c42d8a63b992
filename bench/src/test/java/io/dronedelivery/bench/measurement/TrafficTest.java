package io.dronedelivery.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficTest {
    @Test
    void theRequestsOfAllKindsAreAddedUp() {
        String metrics = """
                # TYPE http_server_requests_seconds summary
                http_server_requests_seconds_count{method="GET",status="200",uri="/a"} 12.0
                http_server_requests_seconds_sum{method="GET",status="200",uri="/a"} 3.5
                http_server_requests_seconds_count{method="PUT",status="201",uri="/b/{id}"} 1.2E3
                other_seconds_count{uri="/a"} 7.0
                """;

        assertThat(Traffic.parse(metrics)).isEqualTo(1_212);
    }

    @Test
    void onlyWhatWasSentSinceIsTold() {
        Traffic before = new Traffic(Map.of("a", 5L, "b", 3L), Map.of("drone", 10L));
        Traffic after = new Traffic(Map.of("a", 9L, "b", 3L, "c", 2L), Map.of("drone", 11L));

        assertThat(after.since(before)).isEqualTo(new Traffic(Map.of("a", 4L, "c", 2L), Map.of("drone", 1L)));
    }
}
