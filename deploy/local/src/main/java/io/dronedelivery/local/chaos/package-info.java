/** The command <code>chaos</code>: breaks a system under load, heals it, and checks that nothing was lost. */
@NullMarked
package io.dronedelivery.local.chaos;

import org.jspecify.annotations.NullMarked;
