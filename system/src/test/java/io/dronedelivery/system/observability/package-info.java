/** What deploy/observability reads of the services, and what docs say about it. */
@NullMarked
package io.dronedelivery.system.observability;

import org.jspecify.annotations.NullMarked;
