/** The command <code>upgrade</code>: restarts one instance after the other under load, and sees whether clients notice. */
@NullMarked
package io.dronedelivery.local.upgrade;

import org.jspecify.annotations.NullMarked;
