package io.dronedelivery.gateway.limit;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** How many requests each client may make; the values are in <code>application.properties</code>. */
@ConfigMapping(prefix = "gateway.limits")
interface Limits {

    /** By the kind of client. */
    Map<Client.Kind, Limit> of();

    /** How many clients of each kind are remembered. */
    int rememberedMax();

    /** What one client may do. */
    interface Limit {
        /** So many requests at once. */
        int capacity();

        /** So many more with each second. */
        int perSecond();
    }
}
