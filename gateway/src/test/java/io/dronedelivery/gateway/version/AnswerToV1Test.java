package io.dronedelivery.gateway.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerToV1Test {

    private static String translated(String body) {
        return AnswerToV1.translated(Buffer.buffer(body)).toString();
    }

    @Test
    void linksLeadToVersionOneAndAllElseStays() {
        assertThat(translated(
                        "{\"status\":\"PENDING\",\"links\":{\"self\":\"https://a.example/api/v2/deliveries/d1\"}}"))
                .isEqualTo("{\"status\":\"PENDING\",\"links\":{\"self\":\"https://a.example/api/v1/deliveries/d1\"}}");
    }

    @Test
    void theReasonIsAParameter() {
        assertThat(
                        translated(
                                "{\"detail\":\"/reason: x\",\"errors\":[{\"field\":\"/reason\"},{\"field\":\"Idempotency-Key\"}]}"))
                .isEqualTo(
                        "{\"detail\":\"reason: x\",\"errors\":[{\"field\":\"reason\"},{\"field\":\"Idempotency-Key\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[1]", "{\"links\":1,\"errors\":\"x\"}", "{\"errors\":[1]}"})
    void whatHasNothingToTranslateStaysAsItIs(String body) {
        assertThat(translated(body)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 202, false",
        "NONE, 400, false",
        "ORDER, 202, true",
        "ORDER, 400, false",
        "CANCEL, 202, true",
        "CANCEL, 400, true",
        "CANCEL, 409, false"
    })
    void onlyWhatDiffersIsTranslated(Translation translation, int status, boolean differs) {
        assertThat(AnswerToV1.differs(translation, status)).isEqualTo(differs);
    }
}
