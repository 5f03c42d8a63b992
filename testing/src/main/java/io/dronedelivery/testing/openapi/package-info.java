/** Holds what services answer against what they say of themselves at <code>/q/openapi</code>. */
@NullMarked
package io.dronedelivery.testing.openapi;

import org.jspecify.annotations.NullMarked;
