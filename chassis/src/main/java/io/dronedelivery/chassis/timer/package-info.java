/** What a service does again and again while it runs. */
@NullMarked
package io.dronedelivery.chassis.timer;

import org.jspecify.annotations.NullMarked;
