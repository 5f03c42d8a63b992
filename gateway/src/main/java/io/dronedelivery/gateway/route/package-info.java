/** What is reached through the gateway: the table of its routes, and how a request is found in it. */
@NullMarked
package io.dronedelivery.gateway.route;

import org.jspecify.annotations.NullMarked;
