/** Accounts, quotes and charges. */
@NullMarked
package io.dronedelivery.contracts.accounting;

import org.jspecify.annotations.NullMarked;
