package io.dronedelivery.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TypesTest {

    @Test
    void aDegreeOfLatitudeIsAHundredAndElevenKilometres() {
        assertThat(new Position(0, 0).metersTo(new Position(1, 0))).isCloseTo(111_195, within(1.0));
        assertThat(new Position(0, 179.5).metersTo(new Position(0, -179.5))).isCloseTo(111_195, within(1.0));
    }

    @Test
    void aPositionOffTheGlobeIsRefused() {
        assertThatThrownBy(() -> new Position(90.1, 0)).hasMessageContaining("latitude");
        assertThatThrownBy(() -> new Position(0, Double.NaN)).hasMessageContaining("longitude");
    }

    @Test
    void moneyBearsACurrencyCode() {
        assertThatThrownBy(() -> new Money(1, "euro")).hasMessageContaining("ISO 4217");
    }

    @Test
    void everyTopicHasItsDeadLetters() {
        assertThat(Topic.definitions())
                .extracting(Topic.Definition::name)
                .contains("delivery.requests", "delivery.requests.dead")
                .hasSize(2 * Topic.values().length);
    }
}
