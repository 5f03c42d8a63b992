package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.AccountingDomain;
import io.dronedelivery.accounting.domain.Books;
import io.dronedelivery.accounting.domain.Tariff;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the domain a bean. */
@Dependent
class Beans {

    @Produces
    @Singleton
    AccountingDomain domain(Books books, TariffConfig config, InstantSource clock) {
        Tariff tariff = new Tariff(
                config.currency(),
                config.baseMinor(),
                config.perKilometerMinor(),
                config.perStepMinor(),
                config.surchargesMinor(),
                config.expeditedPercent());
        return AccountingDomain.of(books, tariff, clock);
    }
}
