/** Passes requests on to services, and answers back, without holding either in memory. */
@NullMarked
package io.dronedelivery.gateway.proxy;

import org.jspecify.annotations.NullMarked;
