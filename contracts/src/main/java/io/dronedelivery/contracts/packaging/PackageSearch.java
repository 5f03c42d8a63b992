package io.dronedelivery.contracts.packaging;

import io.dronedelivery.contracts.InternalPaths;
import io.dronedelivery.contracts.packaging.Packages.Package;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Many packages at once: <code>POST /packages/search</code>. */
public final class PackageSearch {
    private PackageSearch() {}

    /**
     * The body.
     *
     * @param accountId whose packages they are; another account's are not there
     */
    public record Query(
            String accountId,

            @Size(min = 1, max = InternalPaths.SEARCHED_IDS_MAX)
            List<String> packageIds) {}

    /** The answer: those that there are, in the order of their ids. */
    public record Answer(List<Package> packages) {}
}
