/** What a service says of its API at <code>/q/openapi</code>: made when it is built, from what it does. */
@NullMarked
package io.dronedelivery.chassis.openapi;

import org.jspecify.annotations.NullMarked;
