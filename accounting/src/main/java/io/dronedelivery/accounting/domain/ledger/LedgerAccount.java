package io.dronedelivery.accounting.domain.ledger;

/** The ledger's accounts; the first two are kept per customer, as what we owe the customer. */
public enum LedgerAccount {
    /** Paid in, and neither held nor spent; below zero where credit is used. */
    AVAILABLE,
    /** Set aside for deliveries under way. */
    HELD,
    /** Earned by completed deliveries. */
    REVENUE,
    /** Where opening balances come from. */
    BANK
}
