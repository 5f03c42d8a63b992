package io.dronedelivery.chassis.calls;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Clients of the services in the tests. */
interface Clients {
    record Thing(String name) {}

    @RegisterRestClient(configKey = "accounting")
    interface Dead {
        @GET
        @Path("/things")
        Uni<Thing> thing();
    }

    @RegisterRestClient(configKey = "packaging")
    interface Odd {
        @GET
        @Path("/things")
        Uni<Thing> thing();
    }
}
