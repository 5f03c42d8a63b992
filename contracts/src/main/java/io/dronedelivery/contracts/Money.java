package io.dronedelivery.contracts;

import jakarta.validation.constraints.Pattern;

/**
 * An amount of money.
 *
 * @param minor the amount in the currency's minor unit (cents, say); negative where it is owed
 * @param currency the ISO 4217 code
 */
public record Money(
        long minor, @Pattern(regexp = Money.CURRENCY) String currency) {
    static final String CURRENCY = "^[A-Z]{3}$";

    public Money {
        if (!currency.matches(CURRENCY)) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code such as EUR, but is " + currency);
        }
    }
}
