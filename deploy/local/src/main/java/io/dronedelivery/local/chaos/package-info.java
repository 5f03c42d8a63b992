/** The command <code>chaos</code>: a whole system under load and faults; is anything lost? */
@NullMarked
package io.dronedelivery.local.chaos;

import org.jspecify.annotations.NullMarked;
