package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.Books;
import io.dronedelivery.accounting.domain.Customers;
import io.dronedelivery.accounting.domain.Holds;
import io.dronedelivery.accounting.domain.Invoices;
import io.dronedelivery.accounting.domain.Settlement;
import io.dronedelivery.accounting.domain.Tariff;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the domain together. */
@Dependent
class Beans {

    @Produces
    @Singleton
    Tariff tariff(TariffConfig config) {
        return new Tariff(
                config.currency(),
                config.baseMinor(),
                config.perKilometerMinor(),
                config.perStepMinor(),
                config.surchargesMinor(),
                config.expeditedPercent());
    }

    @Produces
    @Singleton
    Customers customers(Books books, InstantSource clock) {
        return new Customers(books, clock);
    }

    @Produces
    @Singleton
    Holds holds(Books books, Tariff tariff, InstantSource clock) {
        return new Holds(books, tariff, clock);
    }

    @Produces
    @Singleton
    Settlement settlement(Books books) {
        return new Settlement(books);
    }

    @Produces
    @Singleton
    Invoices invoices(Books books) {
        return new Invoices(books);
    }
}
