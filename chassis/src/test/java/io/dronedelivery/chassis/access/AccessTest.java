package io.dronedelivery.chassis.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AccessTest.AsInProduction.class)
class AccessTest {

    /** What the chassis's other tests turn off. */
    public static final class AsInProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.auth.permission.any.policy",
                    "authenticated",
                    "quarkus.security.jaxrs.deny-unannotated-endpoints",
                    "true",
                    // as if this service's clock were wrong, and fast
                    "clock.scale",
                    "1000",
                    "clock.anchor.scaled",
                    "4102444800000");
        }
    }

    private static String token(Grant grant) {
        return TestIssuer.issuer().token(grant);
    }

    private static RequestSpecification bearing(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static ValidatableResponse account(String token) {
        return bearing(token).get("/guarded/account").then();
    }

    @Test
    void theAccountIsTheTokens() {
        bearing(token(Grant.customer("ann")))
                .header("Account-Id", "bob")
                .get("/guarded/account")
                .then()
                .statusCode(200)
                .body(equalTo("ann"));
    }

    @Test
    void theSubjectIsTheTokens() {
        bearing(token(Grant.drone("d1")))
                .get("/guarded/subject")
                .then()
                .statusCode(200)
                .body(equalTo("d1"));
    }

    @Test
    void withoutATokenThereIsAChallenge() {
        for (String path : new String[] {"/guarded/account", "/guarded/forgotten", "/no/such/path"}) {
            given().get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer realm=\"drone-delivery\"")
                    .body("type", equalTo("http://localhost:8080/problems/unauthenticated"));
        }
    }

    @Test
    void anotherSchemeIsNoToken() {
        given().header("Authorization", "Basic YW5uOmFubg==")
                .get("/guarded/account")
                .then()
                .statusCode(401);
    }

    @Test
    void anotherScopeIsNotEnough() {
        account(token(Grant.operator("Ada")))
                .statusCode(403)
                .contentType("application/problem+json")
                .header(
                        "WWW-Authenticate",
                        allOf(containsString("error=\"insufficient_scope\""), containsString("scope=\"customer\"")))
                .body("type", equalTo("http://localhost:8080/problems/forbidden"));
    }

    @Test
    void oneOfSeveralScopesIsEnough() {
        account(token(new Grant("openid customer", "ann", "ann", Duration.ofMinutes(1))))
                .statusCode(200);
        account(token(new Grant("openid customers", "ann", "ann", Duration.ofMinutes(1))))
                .statusCode(403);
    }

    @Test
    void aResourceThatSaysNothingIsClosed() {
        bearing(token(Grant.service("any")))
                .get("/guarded/forgotten")
                .then()
                .statusCode(403)
                .body(not(containsString("secret")));
    }

    @Test
    void anAccountIsNeeded() {
        account(token(new Grant(Scope.CUSTOMER, "ann", null, Duration.ofMinutes(1))))
                .statusCode(403)
                .body("detail", containsString("account"));
        account(token(new Grant(Scope.CUSTOMER, "ann", "a b", Duration.ofMinutes(1))))
                .statusCode(403);
    }

    @Test
    void whatIsWrongWithATokenIsTold() {
        expectInvalid(claims -> claims.setExpirationTimeMinutesInTheFuture(-1), "expired");
        expectInvalid(claims -> claims.setAudience("others"), "audience");
        expectInvalid(claims -> claims.setIssuer("https://others.example"), "issuer");
        expectInvalid(claims -> claims.unsetClaim("exp"), "claims");
        expectInvalid(claims -> claims.setNotBeforeMinutesInThePast(-10), "claims");
    }

    private static void expectInvalid(Consumer<JwtClaims> change, String detail) {
        JwtClaims claims = LocalIssuer.claims(Grant.customer("ann"));
        change.accept(claims);
        account(TestIssuer.issuer().signed(claims))
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("detail", containsString(detail));
    }

    @Test
    void aTokenThatIsNoneIsNotAccepted() {
        String good = token(Grant.customer("ann"));
        for (String bad : new String[] {
            "x",
            "a.b.c",
            good + "x",
            good.substring(0, good.lastIndexOf('.') + 1),
            "eyJhbGciOiJub25lIn0" + good.substring(good.indexOf('.'), good.lastIndexOf('.') + 1)
        }) {
            account(bad).statusCode(401).contentType("application/problem+json");
        }
    }

    @Test
    void aKeyIsAcceptedAtItsFirstUseAndUntilItIsWithdrawn() {
        String before = token(Grant.customer("ann"));
        TestIssuer.issuer().rotate();
        account(before).statusCode(200);
        account(token(Grant.customer("ann"))).statusCode(200);
        TestIssuer.issuer().rotate();
        TestIssuer.issuer().rotate();
        account(token(Grant.customer("ann"))).statusCode(200);
        account(before).statusCode(401);
    }

    @Test
    void whileTheKeysCanNotBeReadNobodyKnows() throws IOException {
        Path keys = TestIssuer.issuer().publishedKeys();
        String known = token(Grant.customer("ann"));
        account(known).statusCode(200);
        TestIssuer.issuer().rotate();
        TestIssuer.issuer().rotate();
        Path hidden = keys.resolveSibling("hidden");
        Files.move(keys, hidden);
        account(token(Grant.customer("ann"))).statusCode(503).header("Retry-After", equalTo("2"));
        account(known).statusCode(200);
        Files.move(hidden, keys);
        account(token(Grant.customer("ann"))).statusCode(200);
    }

    @Test
    void theDescriptionIsOpen() {
        given().get("/q/openapi").then().statusCode(200);
    }
}
