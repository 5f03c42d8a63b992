package io.dronedelivery.packaging;

import io.dronedelivery.chassis.panache.PanacheTransactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.Custody;
import io.dronedelivery.packaging.domain.RegistrationDecision;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The custodies in PostgreSQL, a row each, locked while it is decided on. Where somebody else was the first to store the
 * package or to take the tag, the transaction runs again.
 */
@Singleton
class PgCustodies implements Custodies {
    private final PanacheTransactions transactions;

    PgCustodies(PanacheTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Outcome<Package>> register(String packageId, String tag, Decision decision) {
        return transactions.run(() -> PackageRow.locked(packageId)
                .flatMap(row -> PackageRow.anotherBears(tag, packageId).flatMap(tagTaken -> {
                    RegistrationDecision ruling = decision.on(row.custody(), tagTaken);
                    return row.keep(ruling.custody()).replaceWith(ruling.answer());
                })));
    }

    @Override
    public Uni<Void> change(String packageId, UnaryOperator<Custody> decision) {
        return transactions.run(
                () -> PackageRow.locked(packageId).flatMap(row -> row.keep(decision.apply(row.custody()))));
    }

    @Override
    public Uni<Optional<Custody>> find(String packageId) {
        return transactions.run(() -> PackageRow.<PackageRow>findById(packageId)
                .map(row -> Optional.ofNullable(row).map(PackageRow::custody)));
    }

    @Override
    public Uni<List<Custody>> findAll(Collection<String> packageIds) {
        return transactions.run(() -> PackageRow.all(packageIds)
                .map(rows -> rows.stream().map(PackageRow::custody).toList()));
    }
}
