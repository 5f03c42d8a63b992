/** The invoice of an account and a month: what accounting charged, with what the other services know of each delivery. */
@NullMarked
package io.dronedelivery.gateway.invoice;

import org.jspecify.annotations.NullMarked;
