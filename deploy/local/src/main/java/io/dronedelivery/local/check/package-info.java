/** The command <code>check</code>: whether every invariant holds in the running system. */
@NullMarked
package io.dronedelivery.local.check;

import org.jspecify.annotations.NullMarked;
