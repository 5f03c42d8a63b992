/** The watch: follows every accepted request, and every delivery under way, to its end, and tells people of those that get none. */
@NullMarked
package io.dronedelivery.supervisor.domain.watch;

import org.jspecify.annotations.NullMarked;
