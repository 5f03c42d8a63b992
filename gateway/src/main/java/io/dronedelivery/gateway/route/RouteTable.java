package io.dronedelivery.gateway.route;

import static io.dronedelivery.gateway.route.Service.ACCOUNTING;
import static io.dronedelivery.gateway.route.Service.DELIVERY;
import static io.dronedelivery.gateway.route.Service.DRONE;
import static io.dronedelivery.gateway.route.Service.INGESTION;
import static io.dronedelivery.gateway.route.Service.SCHEDULER;
import static io.dronedelivery.gateway.route.Service.SUPERVISOR;
import static io.dronedelivery.gateway.route.Service.TRANSPORT;
import static io.dronedelivery.gateway.version.ApiVersions.V1;
import static io.dronedelivery.gateway.version.ApiVersions.V2;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.HEAD;
import static io.vertx.core.http.HttpMethod.OPTIONS;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.gateway.route.Match.Found;
import io.dronedelivery.gateway.route.Match.Nothing;
import io.dronedelivery.gateway.route.Match.OtherMethods;
import io.dronedelivery.gateway.route.Match.Own;
import io.dronedelivery.gateway.version.Translation;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that is reached through the gateway. What is not in this table, nobody reaches. */
public final class RouteTable {
    private static final String OPERATIONS_OUTSIDE = "/operations/v1";
    private static final String OPERATIONS_INSIDE = "/operations";
    private static final String SAME = "";

    private static final List<Route> TABLE = List.of(
            customer(POST, "/deliveries", INGESTION),
            customer(PATCH, "/deliveries/{id}", INGESTION),
            customer(POST, "/deliveries/{id}/cancellation", INGESTION),
            customer(GET, "/deliveries", DELIVERY),
            customer(GET, "/deliveries/{id}", DELIVERY),
            customer(GET, "/deliveries/{id}/timeline", DELIVERY),
            customer(GET, "/deliveries/{id}/tracking", DELIVERY).streaming(),
            customer(POST, "/deliveries/{id}/confirmation", DELIVERY),
            //
            customerV1(POST, "/deliveries", INGESTION).translated(Translation.ORDER),
            customerV1(PATCH, "/deliveries/{id}", INGESTION).translated(Translation.ORDER),
            customerV1(DELETE, "/deliveries/{id}", INGESTION).translated(Translation.CANCEL),
            customerV1(GET, "/deliveries", DELIVERY),
            customerV1(GET, "/deliveries/{id}", DELIVERY),
            customerV1(GET, "/deliveries/{id}/timeline", DELIVERY),
            customerV1(GET, "/deliveries/{id}/tracking", DELIVERY).streaming(),
            customerV1(POST, "/deliveries/{id}/confirmation", DELIVERY),
            //
            drone(POST, "/telemetry"),
            carrier(POST, "/carriers/{carrier}/callbacks"),
            //
            operator(GET, "/accounts/{id}", ACCOUNTING, SAME),
            operator(PUT, "/accounts/{id}", ACCOUNTING, SAME),
            operator(GET, "/bases/{id}", DRONE, SAME),
            operator(PUT, "/bases/{id}", DRONE, SAME),
            operator(GET, "/drones", DRONE, SAME),
            operator(GET, "/drones/{id}", DRONE, SAME),
            operator(PUT, "/drones/{id}", DRONE, SAME),
            operator(GET, "/drones/{id}/set-aside", DRONE, SAME),
            operator(POST, "/drones/{id}/write-off", DRONE, SAME),
            operator(GET, "/deliveries/{id}", DELIVERY, SAME),
            operator(GET, "/deliveries/{id}/timeline", DELIVERY, SAME),
            operator(GET, "/intake", SCHEDULER, OPERATIONS_INSIDE),
            operator(GET, "/requests/{id}", SUPERVISOR, OPERATIONS_INSIDE),
            operator(GET, "/alerts", SUPERVISOR, OPERATIONS_INSIDE),
            operator(GET, "/alerts/{id}", SUPERVISOR, OPERATIONS_INSIDE),
            operator(POST, "/alerts/{id}/redrive", SUPERVISOR, OPERATIONS_INSIDE),
            operator(POST, "/alerts/{id}/resolution", SUPERVISOR, OPERATIONS_INSIDE),
            operator(GET, "/compensations", SUPERVISOR, OPERATIONS_INSIDE),
            operator(GET, "/compensations/{id}/{attempt}", SUPERVISOR, OPERATIONS_INSIDE),
            operator(POST, "/compensations/{id}/{attempt}/retry", SUPERVISOR, OPERATIONS_INSIDE),
            operator(PUT, "/compensations/{id}/{attempt}/steps", SUPERVISOR, OPERATIONS_INSIDE),
            operator(POST, "/compensations/{id}/{attempt}/resolution", SUPERVISOR, OPERATIONS_INSIDE),
            operator(POST, "/compensations/{id}/{attempt}/decision", SUPERVISOR, OPERATIONS_INSIDE),
            operator(GET, "/dead-letters", SUPERVISOR, OPERATIONS_INSIDE),
            operator(GET, "/dead-letters/faults", SUPERVISOR, OPERATIONS_INSIDE),
            operator(POST, "/dead-letters/replay", SUPERVISOR, OPERATIONS_INSIDE),
            operator(GET, "/dead-letters/{id}", SUPERVISOR, OPERATIONS_INSIDE),
            operator(PUT, "/dead-letters/{id}/payload", SUPERVISOR, OPERATIONS_INSIDE),
            operator(POST, "/dead-letters/{id}/replay", SUPERVISOR, OPERATIONS_INSIDE),
            operator(POST, "/dead-letters/{id}/discard", SUPERVISOR, OPERATIONS_INSIDE));

    private static final List<Route> ROUTES = Stream.concat(
                    TABLE.stream(), Stream.of(Service.values()).map(RouteTable::downstreams))
            .toList();

    /** Where the gateway's own resources are. */
    private static final List<PathTemplate> OWN = List.of(
            PathTemplate.of(V2 + "/invoices/{month}"),
            PathTemplate.of(V1 + "/invoices/{month}"),
            PathTemplate.of(OPERATIONS_OUTSIDE + "/accounts/{id}/invoices/{month}"),
            PathTemplate.of("/mobile/v1/deliveries/{id}"),
            PathTemplate.of("/web/v1/board"),
            PathTemplate.of("/web/v1/fleet"),
            PathTemplate.of("/web/v1/alerts"));

    private RouteTable() {}

    /** Every route. */
    static List<Route> all() {
        return ROUTES;
    }

    /**
     * What there is for a request.
     *
     * @param path as it came, still encoded
     */
    public static Match find(HttpMethod method, String path) {
        return RequestPath.of(path).map(asked -> find(method, asked)).orElseGet(Nothing::new);
    }

    private static Match find(HttpMethod method, RequestPath path) {
        Optional<PathTemplate> own =
                OWN.stream().filter(template -> template.matches(path)).findFirst();
        if (own.isPresent()) {
            return new Own(own.get().text());
        }
        List<Route> there = mostSpecific(
                ROUTES.stream().filter(route -> route.path().matches(path)).toList());
        if (there.isEmpty()) {
            return new Nothing();
        }
        return there.stream()
                .filter(route -> route.allows(method))
                .findFirst()
                .<Match>map(Found::new)
                .orElseGet(() -> new OtherMethods(methods(there)));
    }

    /** Where a path has a name of its own, it is not one of those that may be anything. */
    private static List<Route> mostSpecific(List<Route> matching) {
        int fewest = matching.stream()
                .mapToInt(route -> route.path().variables())
                .min()
                .orElse(0);
        return matching.stream()
                .filter(route -> route.path().variables() == fewest)
                .toList();
    }

    private static String methods(List<Route> there) {
        TreeSet<String> methods = new TreeSet<>(List.of(OPTIONS.name()));
        for (Route route : there) {
            methods.add(route.method().name());
            if (route.allowsHead()) {
                methods.add(HEAD.name());
            }
        }
        return String.join(", ", methods);
    }

    /**
     * A route for customers.
     *
     * @param path how it goes on after <code>/api/v2</code>, which is at the service, too
     */
    private static Route customer(HttpMethod method, String path, Service service) {
        return same(method, Scope.CUSTOMER, V2 + path, service);
    }

    /**
     * The same in version 1, which no service speaks.
     *
     * @param path how it goes on after <code>/api/v1</code>
     */
    private static Route customerV1(HttpMethod method, String path, Service service) {
        return rewritten(method, Scope.CUSTOMER, V1, path, service, V2);
    }

    private static Route drone(HttpMethod method, String path) {
        return same(method, Scope.DRONE, path, DRONE);
    }

    private static Route carrier(HttpMethod method, String path) {
        return same(method, Scope.CARRIER, path, TRANSPORT);
    }

    private static Route same(HttpMethod method, String scope, String path, Service service) {
        return rewritten(method, scope, SAME, path, service, SAME);
    }

    /**
     * A route for operators.
     *
     * @param path how it goes on after <code>/operations/v1</code>
     * @param inside what is there instead at the service
     */
    private static Route operator(HttpMethod method, String path, Service service, String inside) {
        return rewritten(method, Scope.OPERATOR, OPERATIONS_OUTSIDE, path, service, inside);
    }

    /** How a service's calls to the others stand. */
    private static Route downstreams(Service service) {
        String outside = OPERATIONS_OUTSIDE + "/services/" + service.id();
        return rewritten(GET, Scope.OPERATOR, outside, "/downstreams", service, OPERATIONS_INSIDE);
    }

    private static Route rewritten(
            HttpMethod method, String scope, String outside, String path, Service service, String inside) {
        PathTemplate whole = PathTemplate.of(outside + path);
        return new Route(method, whole, scope, service, outside, inside, false, Translation.NONE);
    }
}
