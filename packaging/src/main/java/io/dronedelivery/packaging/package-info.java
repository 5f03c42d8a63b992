/** The edge of packaging: its REST API, its consumer of delivery events, and its table. */
@NullMarked
package io.dronedelivery.packaging;

import org.jspecify.annotations.NullMarked;
