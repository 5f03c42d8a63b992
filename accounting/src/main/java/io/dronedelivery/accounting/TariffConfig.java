package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.Tariff;
import io.dronedelivery.contracts.Parcel;
import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** The tariff as configured; see {@link Tariff}. */
@ConfigMapping(prefix = "tariff")
interface TariffConfig {
    String currency();

    long baseMinor();

    long perKilometerMinor();

    long perStepMinor();

    Map<Parcel.Size, Long> surchargesMinor();

    int expeditedPercent();
}
