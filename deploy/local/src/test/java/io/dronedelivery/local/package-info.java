/** Tests of the local runtime, with tiny processes in the place of real ones. */
@NullMarked
package io.dronedelivery.local;

import org.jspecify.annotations.NullMarked;
