package io.dronedelivery.contracts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money.
 *
 * @param minor the amount in the currency's minor unit (cents, say); negative where it is owed
 * @param currency the ISO 4217 code
 */
public record Money(
        long minor, @Schema(pattern = "^[A-Z]{3}$") String currency) {
    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code such as EUR, but is " + currency);
        }
    }
}
