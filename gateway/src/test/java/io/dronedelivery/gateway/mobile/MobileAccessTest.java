package io.dronedelivery.gateway.mobile;

import static io.dronedelivery.gateway.mobile.DeliveryOfAnn.ID;
import static io.dronedelivery.gateway.standin.Requests.by;
import static io.dronedelivery.gateway.standin.Requests.operator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.gateway.standin.ScriptedServices.Call;
import io.dronedelivery.gateway.standin.TestIssuer;
import io.dronedelivery.issuer.Grant;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ScriptedServices.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class MobileAccessTest {
    private static final String PATH = "/mobile/v1/deliveries/" + ID;

    @BeforeEach
    void itIsUnderWay() {
        DeliveryOfAnn.is(DeliveryStatus.PICKED_UP);
    }

    @Test
    void theServiceIsAskedByTheCustomersOwnToken() {
        String token = TestIssuer.token(DeliveryOfAnn.owner());
        given().header("Authorization", "bearer " + token).get(PATH).then().statusCode(200);
        assertThat(DeliveryOfAnn.calls())
                .hasSize(2)
                .extracting(Call::authorization)
                .containsOnly("Bearer " + token);
    }

    @Test
    void anotherAccountsDeliveryIsNotThere() {
        by(Grant.customer("bob"))
                .get(PATH)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"))
                .body("detail", equalTo("There is no delivery " + ID + " of this account."));
        by(DeliveryOfAnn.owner()).get("/mobile/v1/deliveries/unheard-of").then().statusCode(404);
    }

    @Test
    void onlyCustomersOfAnAccountAreAnswered() {
        given().get(PATH).then().statusCode(401);
        operator().get(PATH).then().statusCode(403).header("WWW-Authenticate", containsString("scope=\"customer\""));
        by(Grant.service("delivery")).get(PATH).then().statusCode(403);
        by(new Grant(Scope.CUSTOMER, "ann", null, Duration.ofHours(1)))
                .get(PATH)
                .then()
                .statusCode(403);
        assertThat(DeliveryOfAnn.calls()).isEmpty();
    }

    @Test
    void itIsOnlyRead() {
        by(DeliveryOfAnn.owner()).delete(PATH).then().statusCode(405).header("Allow", containsString("GET"));
        by(DeliveryOfAnn.owner()).head(PATH).then().statusCode(200);
    }
}
