package io.dronedelivery.accounting.domain.bill;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.accounting.Charges.Charge;

/**
 * The decision on a hold.
 *
 * @param change what it makes of the bill
 * @param answer what to tell the caller, now and whenever it asks again
 */
public record HoldDecision(Change change, Outcome<Charge> answer) {}
