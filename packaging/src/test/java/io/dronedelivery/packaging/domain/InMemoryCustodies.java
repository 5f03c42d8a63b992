package io.dronedelivery.packaging.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The custodies in memory: one lock is the transaction. */
public final class InMemoryCustodies implements Custodies {
    private final Map<String, Custody> custodies = new LinkedHashMap<>();

    /** The custody of every package ever heard of. */
    public synchronized Collection<Custody> all() {
        return List.copyOf(custodies.values());
    }

    @Override
    public Uni<Outcome<Package>> register(String packageId, String tag, Decision decision) {
        return transaction(() -> {
            RegistrationDecision ruling = decision.on(known(packageId), taken(tag, packageId));
            custodies.put(packageId, ruling.custody());
            return ruling.answer();
        });
    }

    @Override
    public Uni<Void> change(String packageId, UnaryOperator<Custody> decision) {
        return transaction(() -> custodies.put(packageId, decision.apply(known(packageId))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Custody>> find(String packageId) {
        return transaction(() -> Optional.ofNullable(custodies.get(packageId)));
    }

    @Override
    public Uni<List<Custody>> findAll(Collection<String> packageIds) {
        return transaction(() -> custodies.values().stream()
                .filter(custody -> packageIds.contains(custody.packageId()))
                .sorted(Comparator.comparing(Custody::packageId))
                .toList());
    }

    private <T> Uni<T> transaction(Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return work.get();
            }
        });
    }

    private Custody known(String packageId) {
        return custodies.getOrDefault(packageId, Custody.none(packageId));
    }

    private boolean taken(String tag, String packageId) {
        return custodies.values().stream()
                .filter(custody -> !custody.packageId().equals(packageId))
                .anyMatch(custody -> custody.tagInUse().filter(tag::equals).isPresent());
    }
}
