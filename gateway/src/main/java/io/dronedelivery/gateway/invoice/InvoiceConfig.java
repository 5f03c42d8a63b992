package io.dronedelivery.gateway.invoice;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How invoices are put together. */
@ConfigMapping(prefix = "gateway.invoice")
interface InvoiceConfig {
    /** So long accounting is waited for, which says what was charged. */
    Duration chargesTimeout();

    /** So long the services that know details of deliveries are waited for, all together. Then the invoice is incomplete. */
    Duration detailsTimeout();
}
