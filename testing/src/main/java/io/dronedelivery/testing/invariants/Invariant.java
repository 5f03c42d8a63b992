package io.dronedelivery.testing.invariants;

import java.util.function.Function;

/** The rules that always hold. */
public enum Invariant {
    EVERY_REQUEST_ENDS(
            "every accepted request ends: carried out, rejected, or refused with a reason", true, Endings::check),
    NOTHING_HELD_AFTER_THE_END(
            "a delivery that has ended holds no drone, shipment, package or money", true, Leftovers::check),
    ONE_CARRIER_AT_A_TIME(
            "a drone flies one delivery at a time, a delivery has one drone or carrier at a time",
            true,
            Carriers::check),
    PUBLISHED_ONCE_IN_ORDER(
            "every transition is published exactly once as seen by event id, in version order without gaps",
            true,
            Publication::checkAll),
    NEVER_OUT_OF_ORDER("what is published is in version order without gaps", false, Publication::checkOrder),
    LEDGER_BALANCES("every booking of the ledger sums to zero", false, Ledger::check),
    CAPTURED_IFF_COMPLETED("a charge is captured if and only if its delivery is completed", true, Captures::check);

    private final String statement;
    private final boolean whenQuiet;
    private final Function<Snapshot, Finding> check;

    Invariant(String statement, boolean whenQuiet, Function<Snapshot, Finding> check) {
        this.statement = statement;
        this.whenQuiet = whenQuiet;
        this.check = check;
    }

    /** The invariant in words. */
    public String statement() {
        return statement;
    }

    /** Whether it has to hold only when nothing is under way any more; the others hold at every moment. */
    public boolean whenQuiet() {
        return whenQuiet;
    }

    /** Looks for violations. */
    public Finding check(Snapshot snapshot) {
        return check.apply(snapshot);
    }
}
