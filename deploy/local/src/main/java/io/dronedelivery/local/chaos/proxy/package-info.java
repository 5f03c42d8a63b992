/** A TCP proxy that disturbs connections as networks do: it cuts, stalls or delays them, or loses their answers. */
@NullMarked
package io.dronedelivery.local.chaos.proxy;

import org.jspecify.annotations.NullMarked;
