package io.dronedelivery.contracts.accounting;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;

/** Quotes, charges and invoices. */
public final class Charges {
    private Charges() {}

    /** What a price depends on: the body of <code>POST /quotes</code>. The same whoever carries. */
    public record Basis(
            Position pickup, Position dropoff, @Valid Parcel parcel, boolean expedited) {}

    /** A price and what it is made of. */
    public record Quote(Money price, double distanceMeters, List<Line> lines) {}

    /** A part of a price. */
    public record Line(String what, long minor) {}

    /**
     * The body of <code>PUT /charges/{deliveryId}/attempts/{n}</code>: hold the price. 200 with the Charge; 422 with
     * ACCOUNT_UNKNOWN, ACCOUNT_SUSPENDED, INSUFFICIENT_FUNDS; 409 with ATTEMPT_OVERTAKEN. A later attempt replaces an
     * earlier one's hold. <code>DELETE</code> of the same voids it and fences the attempt: 204, also where there was
     * none.
     */
    public record Hold(String accountId, @Valid Basis basis) {}

    /** How far a charge has come. */
    public enum State {
        HELD,
        CAPTURED,
        VOIDED
    }

    /** What a delivery costs. */
    public record Charge(
            String deliveryId, int attempt, String accountId, Money amount, State state, Instant changedAt) {}

    /** What an account was charged in a calendar month (UTC): <code>GET /invoices/{accountId}?month=2026-11</code>. */
    public record Invoice(String accountId, String month, Money total, List<Charge> charges) {}
}
