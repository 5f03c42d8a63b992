package io.dronedelivery.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.scheduler.ServicesStandIn.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the scheduler makes of answers that break the contract: no try again, and compensation. */
@QuarkusTest
@QuarkusTestResource(ServicesStandIn.class)
class MalformedAnswerTest {
    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void anAnswerThatIsNoJsonIsAgainstTheContract() {
        againstTheContract("{\"deliveryId\":");
    }

    @Test
    void anAnswerThatLacksWhatIsNeededIsAgainstTheContract() {
        againstTheContract("{}");
    }

    @Test
    void anAnswerOfTheWrongTypesIsAgainstTheContract() {
        againstTheContract("{\"amount\": \"twelve\"}");
    }

    @Test
    void anEmptyAnswerIsAgainstTheContract() {
        againstTheContract("");
    }

    private void againstTheContract(String body) {
        ServicesStandIn.answer(scenario.path("charges"), Reply.ok(body));

        scenario.send();

        assertThat(scenario.compensation().code()).isEqualTo(Refusal.MALFORMED_ANSWER);
        assertThat(scenario.compensation().undo()).containsExactly(Step.HOLD_MONEY);
    }
}
