/** The bill of a delivery: what became of the money for each attempt, and what a change books. */
@NullMarked
package io.dronedelivery.accounting.domain.bill;

import org.jspecify.annotations.NullMarked;
