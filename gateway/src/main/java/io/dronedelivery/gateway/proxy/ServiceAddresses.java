package io.dronedelivery.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/** Where the services are. */
@ConfigMapping(prefix = "services")
interface ServiceAddresses {

    /** By the name of the service. */
    @WithParentName
    Map<String, Address> all();

    /** Where one is. */
    interface Address {
        URI url();
    }
}
