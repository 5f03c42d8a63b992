/** Tests of invoices, with stand-ins for the services. */
@NullMarked
package io.dronedelivery.gateway.invoice;

import org.jspecify.annotations.NullMarked;
