/** The proxy between real sockets. */
@NullMarked
package io.dronedelivery.local.chaos.proxy;

import org.jspecify.annotations.NullMarked;
