/** The versions of the public API: version 1 put as version 2 and back, and what its clients are told of its end. */
@NullMarked
package io.dronedelivery.gateway.version;

import org.jspecify.annotations.NullMarked;
