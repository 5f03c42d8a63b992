package io.dronedelivery.gateway.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "1250, EUR, 12.50 EUR",
        "5, EUR, 0.05 EUR",
        "-5, CHF, -0.05 CHF",
        "300, JPY, 300 JPY",
        "1250, KWD, 1.250 KWD",
        "9223372036854775807, EUR, 92233720368547758.07 EUR",
        "7, XAU, 7 XAU",
        "7, QQQ, 7 QQQ"
    })
    void anAmountHasTheDecimalsOfItsCurrency(long minor, String currency, String text) {
        assertThat(Amount.text(new Money(minor, currency))).isEqualTo(text);
    }
}
