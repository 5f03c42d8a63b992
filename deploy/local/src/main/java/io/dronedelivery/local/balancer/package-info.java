/** The balancers in front of services that have several instances: HTTP requests and MAVLink datagrams. */
@NullMarked
package io.dronedelivery.local.balancer;

import org.jspecify.annotations.NullMarked;
