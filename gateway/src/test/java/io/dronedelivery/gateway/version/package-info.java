@NullMarked
package io.dronedelivery.gateway.version;

import org.jspecify.annotations.NullMarked;
