/** Tests of the balancers, with real sockets. */
@NullMarked
package io.dronedelivery.local.balancer;

import org.jspecify.annotations.NullMarked;
