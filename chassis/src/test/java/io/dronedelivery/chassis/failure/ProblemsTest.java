package io.dronedelivery.chassis.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void everyRefusalHasAStableTypeAndAClientErrorStatus() {
        assertThat(Arrays.stream(Refusal.values()).map(code -> Problems.of(code, "why")))
                .allSatisfy(problem -> assertThat(problem.status()).isBetween(400, 499))
                .extracting(Problem::type)
                .doesNotHaveDuplicates()
                .allSatisfy(type -> assertThat(type.toString()).matches("/problems/[a-z-]+"));
    }

    @Test
    void aRefusedOutcomeEndsTheRequestWithItsCode() {
        Outcome<String> refused = new Outcome.Refused<>(Refusal.ACCOUNT_SUSPENDED, "Pay first.");

        assertThatThrownBy(() -> Problems.granted(refused)).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.problem().status()).isEqualTo(422);
            assertThat(thrown.problem().code()).isEqualTo(Refusal.ACCOUNT_SUSPENDED);
            assertThat(thrown.problem().detail()).isEqualTo("Pay first.");
        });
    }
}
