/** What the rules decide of a delivery, the rules that all of them share, and the port that stores what they decide. */
@NullMarked
package io.dronedelivery.delivery.domain.decision;

import org.jspecify.annotations.NullMarked;
