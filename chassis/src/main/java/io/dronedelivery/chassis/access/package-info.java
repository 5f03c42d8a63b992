/**
 * Who may call what. Every request needs a token, which is checked here, in each service. A service's own calls bear the
 * service's token.
 */
@NullMarked
package io.dronedelivery.chassis.access;

import org.jspecify.annotations.NullMarked;
