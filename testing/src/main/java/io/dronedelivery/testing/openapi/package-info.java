/** Compares the answers of services with their descriptions at <code>/q/openapi</code>. */
@NullMarked
package io.dronedelivery.testing.openapi;

import org.jspecify.annotations.NullMarked;
