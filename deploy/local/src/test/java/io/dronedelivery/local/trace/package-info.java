/** Tests of the traces. */
@NullMarked
package io.dronedelivery.local.trace;

import org.jspecify.annotations.NullMarked;
