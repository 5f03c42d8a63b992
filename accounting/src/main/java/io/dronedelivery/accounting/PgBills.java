package io.dronedelivery.accounting;

import io.dronedelivery.accounting.domain.bill.Bill;
import io.dronedelivery.accounting.domain.bill.Change;
import io.dronedelivery.chassis.store.ConcurrentUpdate;
import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes bills. */
final class PgBills {
    private static final String SAVE = """
            insert into bills (delivery_id, account_id, bill, held_attempt, held_minor, captured_attempt, captured_minor,
                captured_at, ended)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (delivery_id) do update set account_id = excluded.account_id, bill = excluded.bill,
                held_attempt = excluded.held_attempt, held_minor = excluded.held_minor,
                captured_attempt = excluded.captured_attempt, captured_minor = excluded.captured_minor,
                captured_at = excluded.captured_at, ended = excluded.ended
            where $10
            """;

    private PgBills() {}

    /**
     * Writes what a decision changed, together with its ledger transactions.
     *
     * @param known whether the bill was read and locked before; if not, it must still be missing
     */
    static Uni<Void> write(SqlConnection transaction, Bill before, Change change, boolean known) {
        if (change.bill().equals(before)) {
            return Uni.createFrom().voidItem();
        }
        // sent together, since the booking locks the account until the end of the transaction
        return Uni.combine()
                .all()
                .unis(save(transaction, change.bill(), known), PgLedger.book(transaction, change.transactions()))
                .discardItems();
    }

    private static Uni<Void> save(SqlConnection transaction, Bill bill, boolean known) {
        return transaction
                .preparedQuery(SAVE)
                .execute(row(bill, known))
                .invoke(saved -> {
                    if (saved.rowCount() == 0) {
                        throw new ConcurrentUpdate("another transaction wrote the bill first");
                    }
                })
                .replaceWithVoid();
    }

    private static Tuple row(Bill bill, boolean known) {
        return Tuple.tuple()
                .addString(bill.deliveryId())
                .addString(bill.accountId())
                .addValue(Documents.json(bill))
                .addInteger(bill.open().map(Charge::attempt).orElse(null))
                .addLong(bill.open().map(charge -> charge.amount().minor()).orElse(null))
                .addInteger(bill.captured().map(Charge::attempt).orElse(null))
                .addLong(bill.captured().map(charge -> charge.amount().minor()).orElse(null))
                .addOffsetDateTime(
                        bill.captured().map(Charge::changedAt).map(Rows::utc).orElse(null))
                .addBoolean(bill.ended())
                .addBoolean(known);
    }
}
