/** The proxy between real sockets. */
@NullMarked
package io.dronedelivery.local.proxy;

import org.jspecify.annotations.NullMarked;
