/** The command <code>replay</code>: replays a recorded flight to the drone service, and follows the deliveries. */
@NullMarked
package io.dronedelivery.local.replay;

import org.jspecify.annotations.NullMarked;
