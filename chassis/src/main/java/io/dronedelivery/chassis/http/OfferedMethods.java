package io.dronedelivery.chassis.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jspecify.annotations.Nullable;

/**
 * What is offered at a path, found as the framework finds a request's method.
 *
 * @param bodies for each HTTP method the media types that it takes
 */
record OfferedMethods(Map<String, List<MediaType>> bodies) {

    static OfferedMethods at(ResteasyReactiveRequestContext request) {
        String path = request.getPathWithoutPrefix();
        Map<String, List<MediaType>> bodies = new TreeMap<>();
        RequestMapper<InitialMatch> classes =
                new RequestMapper<>(request.getDeployment().getClassMappers());
        for (RequestMatch<InitialMatch> match = classes.map(path);
                match != null;
                match = classes.continueMatching(path, match)) {
            if (match.value.handlers[0] instanceof ClassRoutingHandler resource) {
                String rest = match.remaining.isEmpty() ? "/" : match.remaining;
                resource.getMappers().forEach((method, paths) -> add(bodies, method, paths.map(rest)));
            }
        }
        return new OfferedMethods(bodies);
    }

    private static void add(
            Map<String, List<MediaType>> bodies,
            @Nullable String method,
            @Nullable RequestMatch<RuntimeResource> match) {
        if (method != null && match != null) {
            bodies.put(method, match.value.getConsumes());
        }
    }

    /** The value of <code>Allow</code>; the framework answers HEAD and OPTIONS by itself. */
    String methods() {
        TreeSet<String> methods = new TreeSet<>(bodies.keySet());
        methods.add(HttpMethod.OPTIONS);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }

    /** The value of <code>Accept</code> for that method; JSON where it does not say. */
    String mediaTypes(String method) {
        List<MediaType> types = bodies.getOrDefault(method, List.of());
        return types.isEmpty()
                ? MediaType.APPLICATION_JSON
                : types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }
}
