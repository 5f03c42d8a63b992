@NullMarked
package io.dronedelivery.gateway.edge;

import org.jspecify.annotations.NullMarked;
