package io.dronedelivery.chassis.store;

import io.dronedelivery.chassis.batch.Batcher;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.BiFunction;

/** Batches that are transactions: work of several callers is committed at once. */
public final class GroupCommit {
    private GroupCommit() {}

    /**
     * For work that is not one statement for all: a transaction runs it piece by piece. What one piece has locked stays locked
     * until the last is done.
     *
     * @param transactionsMax how many transactions may be under way at a time
     * @param sizeMax how much work one has at most
     * @param run runs one piece, and gives its answer, which is never null
     */
    public static <W, R> Batcher<W, R> oneByOne(
            Vertx vertx,
            Transactions transactions,
            int transactionsMax,
            int sizeMax,
            BiFunction<SqlConnection, W, Uni<R>> run) {
        return new Batcher<>(
                vertx,
                transactionsMax,
                sizeMax,
                works -> transactions.run(transaction -> Multi.createFrom()
                        .iterable(works)
                        .onItem()
                        .transformToUniAndConcatenate(work -> run.apply(transaction, work))
                        .collect()
                        .asList()));
    }
}
