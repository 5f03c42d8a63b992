/** What of chaos can be tried without a system. */
@NullMarked
package io.dronedelivery.local.chaos;

import org.jspecify.annotations.NullMarked;
