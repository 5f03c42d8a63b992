package io.dronedelivery.testing.access;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test of every service's access control, which walks all its endpoints, found and not listed. */
public abstract class AccessContract {
    private static final Set<String> SCOPES =
            Set.of(Scope.CUSTOMER, Scope.OPERATOR, Scope.DRONE, Scope.CARRIER, Scope.SERVICE);
    private static final List<String> NO_SCOPES = List.of("", "openid", "operators", "OPERATOR", "operator,service");
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "LOCK");
    private static final List<String> OTHER_PATHS = List.of(
            "/",
            "/unheard-of",
            "/q/health",
            "/q/metrics",
            "/q/openapi/unheard-of",
            "/q/openapi/../../operations/downstreams",
            "//operations/downstreams",
            "/operations/downstreams;a=/q/openapi");
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    private final AccessWalk walk = new AccessWalk();
    private Set<Endpoint> endpoints = Set.of();

    @BeforeEach
    final void find() {
        endpoints = Endpoint.describedBy(walk.description());
        assertThat(endpoints).isNotEmpty();
    }

    @AfterEach
    final void close() {
        walk.close();
    }

    @Test
    public final void theDescriptionHasEveryEndpointOfTheCodeWithItsScopes() {
        assertThat(endpoints).isEqualTo(CodedEndpoints.all());
        assertThat(endpoints)
                .allSatisfy(
                        endpoint -> assertThat(endpoint.scopes()).isNotEmpty().isSubsetOf(SCOPES));
    }

    @Test
    public final void everyEndpointIsOpenToEachOfItsScopes() {
        for (String scope : SCOPES) {
            assertThat(walk.send(bearer(scope), having(scope)))
                    .noneMatch(answer -> answer.statusCode() == UNAUTHENTICATED || answer.statusCode() == FORBIDDEN);
        }
    }

    @Test
    public final void withoutAGoodTokenEveryEndpointIsClosed() {
        List<String> open = new ArrayList<>(walk.notRefused(UNAUTHENTICATED, "no token", null, endpoints));
        BadTokens.of(grant(SCOPES))
                .forEach((what, token) -> open.addAll(walk.notRefused(UNAUTHENTICATED, what, token, endpoints)));
        assertThat(open).isEmpty();
    }

    @Test
    public final void withOtherScopesEveryEndpointIsClosed() {
        List<String> open = new ArrayList<>();
        for (String scope : NO_SCOPES) {
            open.addAll(walk.notRefused(FORBIDDEN, "scope " + scope, bearer(scope), endpoints));
        }
        endpoints.stream().collect(groupingBy(Endpoint::scopes)).forEach((scopes, alike) -> {
            Set<String> others = new TreeSet<>(SCOPES);
            others.removeAll(scopes);
            for (String scope : others) {
                open.addAll(walk.notRefused(FORBIDDEN, "scope " + scope, bearer(scope), alike));
            }
            open.addAll(walk.notRefused(FORBIDDEN, "all other scopes", "Bearer " + Tokens.of(grant(others)), alike));
        });
        assertThat(open).isEmpty();
    }

    @Test
    public final void groupsOfTheProviderAreNoScopes() {
        JwtClaims claims = LocalIssuer.claims(grant(Set.of("openid")));
        claims.setStringListClaim("groups", List.copyOf(SCOPES));
        String token = Tokens.issuer().signed(claims);
        assertThat(walk.notRefused(FORBIDDEN, "groups", "Bearer " + token, endpoints))
                .isEmpty();
    }

    @Test
    public final void withoutATokenNobodyLearnsWhatThereIs() {
        List<Endpoint> unknown = Stream.concat(endpoints.stream().map(Endpoint::pathOfNothing), OTHER_PATHS.stream())
                .distinct()
                .flatMap(path -> METHODS.stream().map(method -> new Endpoint(method, path, Set.of())))
                .toList();
        assertThat(walk.notRefused(UNAUTHENTICATED, "no token", null, unknown)).isEmpty();
    }

    private List<Endpoint> having(String scope) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.scopes().contains(scope))
                .toList();
    }

    private static String bearer(String scope) {
        return "Bearer " + Tokens.of(grant(Set.of(scope)));
    }

    /** To the account, drone or carrier whose id is in the path of nothing. */
    private static Grant grant(Collection<String> scopes) {
        return new Grant(String.join(" ", scopes), "0", "0", Duration.ofHours(1));
    }
}
