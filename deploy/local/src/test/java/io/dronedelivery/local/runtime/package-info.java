/** Tests of what the runtime does before, between and after its runs. */
@NullMarked
package io.dronedelivery.local.runtime;

import org.jspecify.annotations.NullMarked;
