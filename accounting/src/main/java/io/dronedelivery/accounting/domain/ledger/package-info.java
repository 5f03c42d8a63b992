/** The double-entry ledger, and the accounts' sums that follow from it. */
@NullMarked
package io.dronedelivery.accounting.domain.ledger;

import org.jspecify.annotations.NullMarked;
