package io.dronedelivery.gateway.web;

import static io.dronedelivery.gateway.standin.Requests.by;
import static io.dronedelivery.gateway.standin.Requests.customer;
import static io.dronedelivery.gateway.standin.Requests.operator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.issuer.Grant;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = ScriptedServices.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class WebAccessTest {

    @BeforeEach
    void allIsWell() {
        ConsoleServices.areWell();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/web/v1/board", "/web/v1/fleet", "/web/v1/alerts"})
    void onlyOperatorsAreAnsweredAndTheyOnlyRead(String path) {
        given().get(path).then().statusCode(401);
        customer().get(path).then().statusCode(403).header("WWW-Authenticate", containsString("scope=\"operator\""));
        by(Grant.service("supervisor")).get(path).then().statusCode(403);
        by(Grant.drone("drone-7")).get(path).then().statusCode(403);
        operator().put(path).then().statusCode(405).header("Allow", containsString("GET"));
        assertThat(ConsoleServices.ALL).allSatisfy(service -> assertThat(ScriptedServices.calls(service))
                .isEmpty());
    }
}
