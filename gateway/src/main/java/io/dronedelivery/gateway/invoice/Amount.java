package io.dronedelivery.gateway.invoice;

import io.dronedelivery.contracts.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Writes amounts of money for people. */
final class Amount {
    private Amount() {}

    /** The amount in the currency's major unit, with as many decimals as ISO 4217 has for it: 12.50 EUR, 300 JPY. */
    static String text(Money money) {
        return BigDecimal.valueOf(money.minor(), decimals(money.currency())).toPlainString() + " " + money.currency();
    }

    /** How many decimals; none for a code of no currency, whose minor unit nobody knows. */
    private static int decimals(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .mapToInt(Currency::getDefaultFractionDigits)
                .map(digits -> Math.max(0, digits))
                .findFirst()
                .orElse(0);
    }
}
