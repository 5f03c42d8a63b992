/** What is allowed in what clients send. */
@NullMarked
package io.dronedelivery.drone.request;

import org.jspecify.annotations.NullMarked;
