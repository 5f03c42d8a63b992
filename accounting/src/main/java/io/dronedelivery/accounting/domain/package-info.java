/** Opens accounts, quotes prices, holds and captures money, and writes invoices. */
@NullMarked
package io.dronedelivery.accounting.domain;

import org.jspecify.annotations.NullMarked;
