/** The command <code>check</code>: are all invariants holding in the running system? */
@NullMarked
package io.dronedelivery.local.check;

import org.jspecify.annotations.NullMarked;
