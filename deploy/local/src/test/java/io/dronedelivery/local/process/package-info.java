/** Tests with tiny processes in the place of the real ones. */
@NullMarked
package io.dronedelivery.local.process;

import org.jspecify.annotations.NullMarked;
