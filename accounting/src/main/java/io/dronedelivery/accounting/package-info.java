/** The edge of accounting: its REST API, its consumer of delivery events, and its tables. */
@NullMarked
package io.dronedelivery.accounting;

import org.jspecify.annotations.NullMarked;
