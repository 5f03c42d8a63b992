/** What the slices have in common at their edges. */
@NullMarked
package io.dronedelivery.supervisor.shared;

import org.jspecify.annotations.NullMarked;
