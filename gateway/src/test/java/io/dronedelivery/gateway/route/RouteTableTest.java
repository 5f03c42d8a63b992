package io.dronedelivery.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.gateway.route.Match.Found;
import io.dronedelivery.gateway.route.Match.Nothing;
import io.dronedelivery.gateway.route.Match.OtherMethods;
import io.dronedelivery.gateway.route.Match.Own;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "|", textBlock = """
            POST   | /api/v2/deliveries                                | customer | INGESTION  | /api/v2/deliveries
            PATCH  | /api/v2/deliveries/d1                             | customer | INGESTION  | /api/v2/deliveries/d1
            POST   | /api/v2/deliveries/d1/cancellation                | customer | INGESTION  | /api/v2/deliveries/d1/cancellation
            GET    | /api/v2/deliveries                                | customer | DELIVERY   | /api/v2/deliveries
            GET    | /api/v2/deliveries/d1                             | customer | DELIVERY   | /api/v2/deliveries/d1
            HEAD   | /api/v2/deliveries/d1                             | customer | DELIVERY   | /api/v2/deliveries/d1
            GET    | /api/v2/deliveries/d1/timeline                    | customer | DELIVERY   | /api/v2/deliveries/d1/timeline
            GET    | /api/v2/deliveries/d1/tracking                    | customer | DELIVERY   | /api/v2/deliveries/d1/tracking
            POST   | /api/v2/deliveries/d1/confirmation                | customer | DELIVERY   | /api/v2/deliveries/d1/confirmation
            POST   | /api/v1/deliveries                                | customer | INGESTION  | /api/v2/deliveries
            PATCH  | /api/v1/deliveries/d1                             | customer | INGESTION  | /api/v2/deliveries/d1
            DELETE | /api/v1/deliveries/d1                             | customer | INGESTION  | /api/v2/deliveries/d1/cancellation
            GET    | /api/v1/deliveries                                | customer | DELIVERY   | /api/v2/deliveries
            GET    | /api/v1/deliveries/d1                             | customer | DELIVERY   | /api/v2/deliveries/d1
            GET    | /api/v1/deliveries/d1/timeline                    | customer | DELIVERY   | /api/v2/deliveries/d1/timeline
            GET    | /api/v1/deliveries/d1/tracking                    | customer | DELIVERY   | /api/v2/deliveries/d1/tracking
            POST   | /api/v1/deliveries/d1/confirmation                | customer | DELIVERY   | /api/v2/deliveries/d1/confirmation
            POST   | /telemetry                                        | drone    | DRONE      | /telemetry
            POST   | /carriers/overland/callbacks                      | carrier  | TRANSPORT  | /carriers/overland/callbacks
            GET    | /operations/v1/accounts/a                         | operator | ACCOUNTING | /accounts/a
            PUT    | /operations/v1/accounts/a                         | operator | ACCOUNTING | /accounts/a
            PUT    | /operations/v1/bases/b                            | operator | DRONE      | /bases/b
            GET    | /operations/v1/drones                             | operator | DRONE      | /drones
            GET    | /operations/v1/drones/d/set-aside                 | operator | DRONE      | /drones/d/set-aside
            POST   | /operations/v1/drones/d/write-off                 | operator | DRONE      | /drones/d/write-off
            GET    | /operations/v1/deliveries/d1                      | operator | DELIVERY   | /deliveries/d1
            GET    | /operations/v1/deliveries/d1/timeline             | operator | DELIVERY   | /deliveries/d1/timeline
            GET    | /operations/v1/intake                             | operator | SCHEDULER  | /operations/intake
            GET    | /operations/v1/requests/r                         | operator | SUPERVISOR | /operations/requests/r
            POST   | /operations/v1/alerts/1/redrive                   | operator | SUPERVISOR | /operations/alerts/1/redrive
            PUT    | /operations/v1/compensations/d1/2/steps           | operator | SUPERVISOR | /operations/compensations/d1/2/steps
            GET    | /operations/v1/dead-letters/faults                | operator | SUPERVISOR | /operations/dead-letters/faults
            POST   | /operations/v1/dead-letters/replay                | operator | SUPERVISOR | /operations/dead-letters/replay
            PUT    | /operations/v1/dead-letters/7/payload             | operator | SUPERVISOR | /operations/dead-letters/7/payload
            GET    | /operations/v1/services/packaging/downstreams     | operator | PACKAGING  | /operations/downstreams
            GET    | /operations/v1/services/supervisor/downstreams    | operator | SUPERVISOR | /operations/downstreams
            """)
    void whatIsInTheTableGoesWhereItSays(String method, String path, String scope, Service service, String inside) {
        assertThat(RouteTable.find(HttpMethod.valueOf(method), path)).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.route().scope()).isEqualTo(scope);
            assertThat(found.route().service()).isEqualTo(service);
            assertThat(found.route().pathInside(path)).isEqualTo(inside);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/invoices/2026-11, /api/v2/invoices/{month}",
        "/api/v1/invoices/2026-11, /api/v1/invoices/{month}",
        "/operations/v1/accounts/a/invoices/2026-11, /operations/v1/accounts/{id}/invoices/{month}",
        "/mobile/v1/deliveries/d1, /mobile/v1/deliveries/{id}",
        "/web/v1/board, /web/v1/board",
        "/web/v1/fleet, /web/v1/fleet",
        "/web/v1/alerts, /web/v1/alerts"
    })
    void theGatewaysOwnResourcesAreThereWhateverTheMethod(String path, String template) {
        for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT}) {
            assertThat(RouteTable.find(method, path)).isEqualTo(new Own(template));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "/",
                "/api/v2",
                "/api/v2/quotes",
                "/api/v3/deliveries",
                "/api/v1/deliveries/d1/cancellation",
                "/API/v1/deliveries",
                "/api/v2/deliveries/d1/attempts/1",
                "/deliveries/d1",
                "/deliveries/d1/attempts/1",
                "/accounts/a",
                "/charges/d1/1",
                "/reservations/d1/1",
                "/drones",
                "/bases/b",
                "/operations/alerts",
                "/operations/downstreams",
                "/operations/v1",
                "/operations/v1/services/other/downstreams",
                "/operations/v1/services/drone/other",
                "/operations/v1/accounts",
                "/operations/v1/accounts/a/holds",
                "/operations/counts",
                "/operations/v1/counts",
                "/operations/v1/fleet",
                "/mobile/v1",
                "/mobile/v1/deliveries",
                "/web/v1",
                "/web/v1/other",
                "/q/openapi",
                "/q/health"
            })
    void whatIsNotInTheTableIsNotThere(String path) {
        assertThat(RouteTable.find(HttpMethod.GET, path)).isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/deliveries/",
                "/api/v2//deliveries",
                "//api/v2/deliveries",
                "/api/v2/deliveries//tracking",
                "/api/v2/deliveries/.",
                "/api/v2/deliveries/..",
                "/api/v2/deliveries/%2e",
                "/api/v2/deliveries/%2E%2e",
                "/api/v2/deliveries/a%2Eb",
                "/api/v2/deliveries/.%2e/tracking",
                "/api/v2/deliveries/a%2Fb",
                "/api/v2/deliveries/a%2fattempts%2f1",
                "/api/v2/deliveries/a%5Cb",
                "/api/v2/deliveries/a\\b",
                "/api/v2/deliveries/%252e%252e",
                "/api/v2/deliveries/a%252Fb",
                "/api/v2/deliveries/a;b=1",
                "/api/v2/deliveries;x/d1",
                "/api/v2/deliveries/a%3Bb",
                "/api/v2/deliveries/a%00",
                "/api/v2/deliveries/a%0d%0aX:1",
                "/api/v2/deliveries/a%3Fb",
                "/api/v2/deliveries/a%23b",
                "/api/v2/deliveries/a#b",
                "/api/v2/deliveries/a%",
                "/api/v2/deliveries/a%2",
                "/api/v2/deliveries/a%zz",
                "/api/v2/deliveries/%c0%ae%c0%ae",
                "/api/v2/deliveries/%ff",
                "/api/v2/deliveries/a b",
                "/api/v2/deliveries/é",
                "/api/v2/%64eliveries",
                "/api/v2/../v1/deliveries",
                "/operations/v1/../../accounts/a",
                "/operations/v1/accounts/..%2f..%2fcharges",
                "http://localhost/api/v2/deliveries"
            })
    void aPathThatCanBeReadInTwoWaysIsNotThere(String path) {
        assertThat(RouteTable.find(HttpMethod.GET, path)).isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-b_c~d.e", "1:2@3", "a%20b", "%C3%A9", "..a", "..."})
    void anIdIsPassedOnAsItCame(String id) {
        assertThat(RouteTable.find(HttpMethod.GET, "/operations/v1/accounts/" + id))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.route().pathInside("/operations/v1/accounts/" + id))
                                .isEqualTo("/accounts/" + id));
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        assertThat(RouteTable.find(HttpMethod.PUT, "/api/v2/deliveries/d1"))
                .isEqualTo(new OtherMethods("GET, HEAD, OPTIONS, PATCH"));
        assertThat(RouteTable.find(HttpMethod.PUT, "/api/v1/deliveries/d1"))
                .isEqualTo(new OtherMethods("DELETE, GET, HEAD, OPTIONS, PATCH"));
        assertThat(RouteTable.find(HttpMethod.HEAD, "/api/v2/deliveries/d1/tracking"))
                .isEqualTo(new OtherMethods("GET, OPTIONS"));
        assertThat(RouteTable.find(HttpMethod.valueOf("get"), "/telemetry"))
                .isEqualTo(new OtherMethods("OPTIONS, POST"));
    }

    @Test
    void noRouteIsForServices() {
        assertThat(RouteTable.all())
                .extracting(Route::scope)
                .containsOnly(Scope.CUSTOMER, Scope.OPERATOR, Scope.DRONE, Scope.CARRIER);
    }

    @Test
    void noTwoRoutesAreAlike() {
        assertThat(RouteTable.all())
                .extracting(route -> route.method() + route.template())
                .doesNotHaveDuplicates();
    }
}
