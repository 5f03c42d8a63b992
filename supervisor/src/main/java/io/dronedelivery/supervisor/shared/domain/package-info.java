/** What the slices have in common in their domains. */
@NullMarked
package io.dronedelivery.supervisor.shared.domain;

import org.jspecify.annotations.NullMarked;
