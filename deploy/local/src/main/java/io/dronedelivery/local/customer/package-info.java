/** What a customer of the system does: generated orders, and a client of the public API. */
@NullMarked
package io.dronedelivery.local.customer;

import org.jspecify.annotations.NullMarked;
