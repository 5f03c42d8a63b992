package io.dronedelivery.ingestion.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.ingestion.domain.form.Limits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which bodies under one key ask for the same: what is compared is what was understood, not the bytes. */
class SameRequestTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Sender ANN = new Sender("ann", "key-1");
    private static final String ID = "6f0c2f6e-3f1b-4c59-9d8e-0a5a3b1c2d3e";
    private static final String ORDER = Bodies.order(
            "\"expedited\"",
            "\"readyAt\": \"2026-11-20T13:00:00Z\", \"deadline\": \"2026-11-20T14:00:00Z\", \"expedited\"");

    private final InMemoryRequestLog log = new InMemoryRequestLog();
    private final Acceptance acceptance =
            new Acceptance(log, new InMemoryDeliveries(), InstantSource.fixed(NOON), Limits.DEFAULT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-11-20T13:00:00Z | 2026-11-20T14:00:00+01:00
            2026-11-20T13:00:00Z | 2026-11-20T07:30:00.000-05:30
            2026-11-20T14:00:00Z | 2026-11-21T04:00:00.0+14:00
            47.3769              | 47.37690
            47.3769              | 4.73769e1
            900                  | 900.0
            900                  | 9e2
            "Ann"                | "\\u0041nn"
            {                    | `{   `
            """)
    void theSameOrderInAnotherFormIsTheSame(String part, String otherwise) {
        assertThat(ORDER).contains(part);
        assertThat(schedule(ORDER.replace(part, otherwise))).isEqualTo(schedule(ORDER));
    }

    @Test
    void aDefaultIsTheSameWhetherItIsGivenOrNot() {
        String said = Bodies.LEAST.replaceFirst(
                "\\{", "{\"expedited\": false, \"confirmation\": \"NONE\", \"reference\": null, ");
        assertThat(schedule(said)).isEqualTo(schedule(Bodies.LEAST));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            13:00:00Z        | 13:00:00.001Z
            14:00:00Z        | 14:00:01Z
            13:00:00Z        | 13:00:00+00:01
            47.3769          | 47.37691
            8.5157           | 8.5158
            Bahnhofplatz 1   | Bahnhofplatz 2
            "Ann"            | "ann"
            At the ramp.     | `At the ramp. `
            SMALL            | MEDIUM
            900              | 901
            4006381333931    | 4006381333932
            true             | false
            "PIN"            | "NONE"
            Order 4711       | Order 4712
            """)
    void anotherOrderIsAnother(String part, String other) {
        assertThat(ORDER).contains(part);
        assertThat(schedule(ORDER.replace(part, other))).isNotEqualTo(schedule(ORDER));
    }

    @Test
    void aGivenTimeDiffersFromOneThatIsLeftOut() {
        String said = Bodies.LEAST.replaceFirst("\\{", "{\"readyAt\": \"2026-11-20T12:00:00Z\", ");
        assertThat(schedule(said)).isNotEqualTo(schedule(Bodies.LEAST));
    }

    @Test
    void theSameChangeInAnotherFormIsTheSame() {
        assertThat(Stream.of("12:30:00Z", "13:30:00+01:00", "12:30:00.000Z", "12:31:00Z")
                        .map(time -> reschedule("{\"deadline\": \"2026-11-20T" + time + "\"}"))
                        .distinct())
                .hasSize(2);
    }

    private String schedule(String body) {
        assertThat(acceptance.schedule(ANN, Bodies.tree(body)).await().indefinitely())
                .isInstanceOf(Answer.Accepted.class);
        return last().requestId();
    }

    private String reschedule(String body) {
        assertThat(acceptance.reschedule(ANN, ID, Bodies.tree(body)).await().indefinitely())
                .isInstanceOf(Answer.Accepted.class);
        return last().requestId();
    }

    private DeliveryRequest last() {
        return log.stored().getLast();
    }
}
