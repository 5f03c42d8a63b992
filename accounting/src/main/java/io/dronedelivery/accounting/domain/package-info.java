/** What carrying costs, what is held and captured for it, and the ledger that says so. */
@NullMarked
package io.dronedelivery.accounting.domain;

import org.jspecify.annotations.NullMarked;
