package io.dronedelivery.gateway.invoice;

import static io.dronedelivery.contracts.InternalPaths.DELIVERIES;
import static io.dronedelivery.contracts.InternalPaths.MISSIONS;
import static io.dronedelivery.contracts.InternalPaths.PACKAGES;
import static io.dronedelivery.contracts.InternalPaths.SEARCH;

import io.dronedelivery.contracts.delivery.DeliverySearch;
import io.dronedelivery.contracts.drone.MissionSearch;
import io.dronedelivery.contracts.packaging.PackageSearch;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The services that know something of each delivery. */
interface SearchClients {

    @Path(DELIVERIES + SEARCH)
    @RegisterRestClient(configKey = "delivery")
    interface Deliveries {
        @POST
        Uni<DeliverySearch.Answer> search(DeliverySearch.Query query);
    }

    @Path(PACKAGES + SEARCH)
    @RegisterRestClient(configKey = "packaging")
    interface Packages {
        @POST
        Uni<PackageSearch.Answer> search(PackageSearch.Query query);
    }

    @Path(MISSIONS + SEARCH)
    @RegisterRestClient(configKey = "drone")
    interface Missions {
        @POST
        Uni<MissionSearch.Answer> search(MissionSearch.Query query);
    }
}
