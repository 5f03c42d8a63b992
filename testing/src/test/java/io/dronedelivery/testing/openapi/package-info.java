@NullMarked
package io.dronedelivery.testing.openapi;

import org.jspecify.annotations.NullMarked;
