/** A TCP proxy that can be told to misbehave as networks do. */
@NullMarked
package io.dronedelivery.local.proxy;

import org.jspecify.annotations.NullMarked;
