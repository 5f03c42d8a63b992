/** Tests of what chaos does without a running system. */
@NullMarked
package io.dronedelivery.local.chaos;

import org.jspecify.annotations.NullMarked;
