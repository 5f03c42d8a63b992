package io.dronedelivery.packaging;

import static java.util.stream.Collectors.toMap;

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
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A package's row: its custody as a document, and beside it what is searched for. */
@Entity
@Table(name = "packages")
class PackageRow extends PanacheEntityBase {
    private static final String ALL =
            "select * from packages where package_id = any(?1) order by package_id collate \"C\"";

    private static final String BEARERS = "select tag_in_use, package_id from packages where tag_in_use = any(?1)";

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

    /** One that is not stored yet. */
    PackageRow(String packageId) {
        this.packageId = packageId;
        this.custody = Documents.json(Custody.none(packageId));
    }

    /** The rows of those packages that there are, in the order of their ids: one statement, with one parameter. */
    static Uni<List<PackageRow>> all(Collection<String> packageIds) {
        return rows(ALL, packageIds);
    }

    /** The same, locked until the transaction ends, in one order, so that two transactions do not wait for each other. */
    static Uni<List<PackageRow>> locked(Collection<String> packageIds) {
        return rows(ALL + " for update", packageIds);
    }

    private static Uni<List<PackageRow>> rows(String query, Collection<String> packageIds) {
        return getSession().flatMap(session -> session.createNativeQuery(query, PackageRow.class)
                .setParameter(1, packageIds.toArray(String[]::new))
                .getResultList());
    }

    /** The ids of the packages that bear those tags now, by their tags. */
    static Uni<Map<String, String>> bearers(Collection<String> tags) {
        if (tags.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return getSession().flatMap(session -> session.createNativeQuery(BEARERS, Object[].class)
                .setParameter(1, tags.toArray(String[]::new))
                .getResultList()
                .map(found -> found.stream().collect(toMap(row -> (String) row[0], row -> (String) row[1]))));
    }

    Custody custody() {
        return Json.read(custody.encode(), Custody.class);
    }

    /** Takes the custody over. Returns false where it is what the row holds already: then there is nothing to store. */
    boolean take(Custody changed) {
        if (changed.equals(custody())) {
            return false;
        }
        Optional<Package> current = changed.current();
        custody = Documents.json(changed);
        attempt = current.map(Package::attempt).orElse(null);
        state = current.map(known -> known.state().name()).orElse(null);
        tagInUse = changed.tagInUse().orElse(null);
        ended = changed.ended();
        return true;
    }
}
