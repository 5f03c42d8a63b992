package io.dronedelivery.packaging;

import io.dronedelivery.chassis.batch.Batcher;
import io.dronedelivery.chassis.panache.PanacheTransactions;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.Custody;
import io.dronedelivery.packaging.domain.RegistrationDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The custodies in PostgreSQL, a row each, locked while it is decided on; those that are decided on at the same time share a
 * transaction. Where somebody else was the first to store the package or to take the tag, the transaction runs again.
 */
@Singleton
class PgCustodies implements Custodies {
    private static final int TRANSACTIONS_MAX = 4;
    private static final int PACKAGES_MAX = 64;

    private final PanacheTransactions transactions;
    private final Batcher<Wanted, Object> group;

    PgCustodies(Vertx vertx, PanacheTransactions transactions) {
        this.transactions = transactions;
        this.group = new Batcher<>(
                vertx, TRANSACTIONS_MAX, PACKAGES_MAX, wanted -> transactions.run(() -> decideAll(wanted)));
    }

    /** What is to be decided of a package, under that tag if it is to be registered. */
    private record Wanted(String packageId, @Nullable String tag, DecisionOfAny decision) {}

    private interface DecisionOfAny {
        Decided on(Custody custody, boolean tagTaken);
    }

    private record Decided(Custody custody, Object answer) {}

    @Override
    @SuppressWarnings("unchecked") // the answer is that of the decision
    public Uni<Outcome<Package>> register(String packageId, String tag, Decision decision) {
        return group.run(packageId, new Wanted(packageId, tag, (custody, tagTaken) -> {
                    RegistrationDecision ruling = decision.on(custody, tagTaken);
                    return new Decided(ruling.custody(), ruling.answer());
                }))
                .map(answer -> (Outcome<Package>) answer);
    }

    @Override
    public Uni<Void> change(String packageId, UnaryOperator<Custody> decision) {
        return group.run(packageId, new Wanted(packageId, null, (custody, _) -> {
                    Custody changed = decision.apply(custody);
                    return new Decided(changed, changed);
                }))
                .replaceWithVoid();
    }

    private static Uni<List<Object>> decideAll(List<Wanted> all) {
        List<String> ids = all.stream().map(Wanted::packageId).toList();
        List<String> tags =
                all.stream().map(Wanted::tag).filter(Objects::nonNull).toList();
        return PackageRow.locked(ids).flatMap(rows -> PackageRow.bearers(tags).flatMap(bearers -> {
            Decisions decisions = new Decisions(rows, bearers);
            List<Object> answers = all.stream().map(decisions::decide).toList();
            return decisions.store().replaceWith(answers);
        }));
    }

    /** What is decided in one transaction, one after the other: what one has decided the next ones know. */
    private static final class Decisions {
        private final Map<String, PackageRow> rows = new HashMap<>();
        private final Map<String, String> bearers;
        private final List<PackageRow> changed = new ArrayList<>();

        Decisions(List<PackageRow> rows, Map<String, String> bearers) {
            rows.forEach(row -> this.rows.put(row.packageId, row));
            this.bearers = new HashMap<>(bearers);
        }

        Object decide(Wanted wanted) {
            PackageRow row = rows.computeIfAbsent(wanted.packageId(), id -> new PackageRow(id));
            boolean tagTaken = wanted.tag() != null
                    && !bearers.getOrDefault(wanted.tag(), row.packageId).equals(row.packageId);
            Decided decided = wanted.decision().on(row.custody(), tagTaken);
            if (row.take(decided.custody())) {
                changed.add(row);
                decided.custody().tagInUse().ifPresent(tag -> bearers.put(tag, row.packageId));
            }
            return decided.answer();
        }

        /** Panache takes no empty list. */
        Uni<Void> store() {
            return changed.isEmpty() ? Uni.createFrom().voidItem() : PackageRow.persist(changed);
        }
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
