/** What concerns every request before anybody knows whose it is: its id, its origin, and how fast it comes. */
@NullMarked
package io.dronedelivery.gateway.edge;

import org.jspecify.annotations.NullMarked;
