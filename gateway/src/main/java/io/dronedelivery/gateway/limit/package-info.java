/** How many requests a client may make: a token bucket for each account, subject and address. */
@NullMarked
package io.dronedelivery.gateway.limit;

import org.jspecify.annotations.NullMarked;
