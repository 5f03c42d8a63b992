/** Tests of what the gateway tells of the API: it is valid, complete, and true. */
@NullMarked
package io.dronedelivery.gateway.docs;

import org.jspecify.annotations.NullMarked;
