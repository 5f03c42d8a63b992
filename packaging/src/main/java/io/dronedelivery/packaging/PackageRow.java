package io.dronedelivery.packaging;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.packaging.domain.Custody;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A package's row: its custody as a document, and beside it what is searched for. */
@Entity
@Table(name = "packages")
class PackageRow extends PanacheEntityBase {
    private static final String ALL =
            "select * from packages where package_id = any(?1) order by package_id collate \"C\"";

    @Id
    @Column(name = "package_id")
    String packageId;

    JsonObject custody;

    @Nullable
    Integer attempt;

    @Nullable
    String state;

    @Column(name = "tag_in_use")
    @Nullable
    String tagInUse;

    boolean ended;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PackageRow() {}

    private PackageRow(String packageId) {
        this.packageId = packageId;
        this.custody = Documents.json(Custody.none(packageId));
    }

    /** The package's row, locked until the transaction ends; a new one, not stored yet, where there is none. */
    static Uni<PackageRow> locked(String packageId) {
        return PackageRow.<PackageRow>findById(packageId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .continueWith(() -> new PackageRow(packageId));
    }

    /** The rows of those packages that there are, in the order of their ids: one statement, with one parameter. */
    static Uni<List<PackageRow>> all(Collection<String> packageIds) {
        return getSession().flatMap(session -> session.createNativeQuery(ALL, PackageRow.class)
                .setParameter(1, packageIds.toArray(String[]::new))
                .getResultList());
    }

    static Uni<Boolean> anotherBears(String tag, String packageId) {
        return count("tagInUse = ?1 and packageId <> ?2", tag, packageId).map(others -> others > 0);
    }

    Custody custody() {
        return Json.read(custody.encode(), Custody.class);
    }

    /** Stores the custody, unless it is what the row holds already. */
    Uni<Void> keep(Custody changed) {
        if (changed.equals(custody())) {
            return Uni.createFrom().voidItem();
        }
        Optional<Package> current = changed.current();
        custody = Documents.json(changed);
        attempt = current.map(Package::attempt).orElse(null);
        state = current.map(known -> known.state().name()).orElse(null);
        tagInUse = changed.tagInUse().orElse(null);
        ended = changed.ended();
        return persist().replaceWithVoid();
    }
}
