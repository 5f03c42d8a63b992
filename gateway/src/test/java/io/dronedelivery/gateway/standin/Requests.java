package io.dronedelivery.gateway.standin;

import static io.restassured.RestAssured.given;

import io.dronedelivery.issuer.Grant;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;

/** Requests to the gateway, as they come from clients. */
public final class Requests {
    /** What a customer asks for in most tests. */
    public static final String DELIVERY = "/api/v2/deliveries/d1";

    private Requests() {}

    /** A request that bears a token, and is sent with its path as it is. */
    public static RequestSpecification by(Grant grant) {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + TestIssuer.token(grant));
    }

    /** A request of the customer Ann. */
    public static RequestSpecification customer() {
        return by(Grant.customer("ann"));
    }

    /** A request of an operator. */
    public static RequestSpecification operator() {
        return by(Grant.operator("Ada"));
    }

    /** The header of a request of the customer Ann, byte for byte. */
    public static String raw(String requestLine, String... headers) {
        return raw(Grant.customer("ann"), requestLine, headers);
    }

    /** The header of a request, byte for byte. */
    public static String raw(Grant grant, String requestLine, String... headers) {
        List<String> lines = new ArrayList<>(
                List.of(requestLine, "Host: localhost", "Authorization: Bearer " + TestIssuer.token(grant)));
        lines.addAll(List.of(headers));
        return String.join("\r\n", lines) + "\r\n\r\n";
    }
}
