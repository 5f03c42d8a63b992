package io.dronedelivery.packaging.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The custody of every package. Each method that decides is one transaction: what the decision is given stays as it is
 * until what it says is kept. A decision may be asked again, so it has no effects.
 */
public interface Custodies {

    /** Decides whether a package may be registered, knowing its custody and whether another bears the tag. */
    interface Decision {
        RegistrationDecision on(Custody custody, boolean tagTaken);
    }

    /** Decides on a registration under that tag. */
    Uni<Outcome<Package>> register(String packageId, String tag, Decision decision);

    /** Changes a custody. */
    Uni<Void> change(String packageId, UnaryOperator<Custody> decision);

    Uni<Optional<Custody>> find(String packageId);

    /** The custody of each of those packages that there are, in the order of their ids. */
    Uni<List<Custody>> findAll(Collection<String> packageIds);
}
