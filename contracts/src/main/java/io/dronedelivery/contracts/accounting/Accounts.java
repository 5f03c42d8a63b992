package io.dronedelivery.contracts.accounting;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Accounts: <code>PUT</code> and <code>GET /accounts/{accountId}</code>. */
public final class Accounts {
    private Accounts() {}

    /** Whether an account may have things carried. */
    public enum Standing {
        ACTIVE,
        SUSPENDED
    }

    /**
     * What an operator says of an account.
     *
     * @param name who it is
     * @param openingBalance what is paid in at its creation; its currency is the account's for good
     * @param creditLimitMinor how far the balance may go below zero, in minor units
     * @param standing active or suspended
     */
    public record Terms(
            @PlainText(max = 200) String name,
            Money openingBalance,
            @Min(0) @Max(Terms.AMOUNT_MINOR_MAX) long creditLimitMinor,
            Standing standing) {
        /** A thousand billion minor units: sums of such amounts stay far from overflowing. */
        public static final long AMOUNT_MINOR_MAX = 1_000_000_000_000L;
    }

    /**
     * An account.
     *
     * @param balance paid in less captured
     * @param held on hold for deliveries under way
     * @param available what can still be held: balance less held, plus the credit limit
     */
    public record Account(String accountId, Terms terms, Money balance, Money held, Money available) {}
}
