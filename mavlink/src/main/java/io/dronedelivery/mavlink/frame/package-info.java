/** Frames of MAVLink: read from datagrams, written, checked, and the messages in them. */
@NullMarked
package io.dronedelivery.mavlink.frame;

import org.jspecify.annotations.NullMarked;
