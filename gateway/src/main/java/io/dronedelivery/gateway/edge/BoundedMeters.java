package io.dronedelivery.gateway.edge;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Leaves out the meters of which a client could make any number: of methods that it makes up, and of the paths passed on. */
@Dependent
class BoundedMeters {
    private static final String CALLS = "http.client.requests";
    private static final String METHOD = "method";
    private static final Set<String> METHODS =
            HttpMethod.values().stream().map(HttpMethod::name).collect(Collectors.toCollection(TreeSet::new));

    @Produces
    @Singleton
    MeterFilter bounded() {
        return MeterFilter.deny(id -> id.getName().equals(CALLS) || !known(id));
    }

    private static boolean known(Meter.Id id) {
        String method = id.getTag(METHOD);
        return method == null || METHODS.contains(method);
    }
}
