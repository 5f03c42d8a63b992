package io.dronedelivery.accounting.domain;

import java.time.InstantSource;

/** The domain's classes, put together. */
public record AccountingDomain(
        Tariff tariff, Customers customers, Holds holds, Settlement settlement, Invoices invoices) {

    /** On these books, at this tariff. */
    public static AccountingDomain of(Books books, Tariff tariff, InstantSource clock) {
        return new AccountingDomain(
                tariff,
                new Customers(books, clock),
                new Holds(books, tariff, clock),
                new Settlement(books),
                new Invoices(books));
    }
}
