/** What of bench can be tried without a system. */
@NullMarked
package io.dronedelivery.bench;

import org.jspecify.annotations.NullMarked;
