package io.dronedelivery.gateway.docs;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dronedelivery.gateway.standin.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Pattern LINK = Pattern.compile("(?:src|href|url)(?:=|: )\"(/[^\"]+)\"");

    @Test
    void theDescriptionIsServedWithoutAToken() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("X-Request-Id", notNullValue())
                .body("openapi", equalTo("3.1.0"))
                .body("paths.'/api/v2/deliveries'.post.operationId", equalTo("scheduleDelivery"));
        given().get("/openapi.yaml")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(containsString("openapi: 3.1.0"));
    }

    @Test
    void thePageLoadsNothingFromElsewhereAndAllThatItLoadsIsThere() {
        String page = given().get("/docs").then().statusCode(200).extract().asString();
        String script =
                given().get("/docs/docs.js").then().statusCode(200).extract().asString();
        List<String> links =
                LINK.matcher(page + script).results().map(link -> link.group(1)).toList();

        assertThat(page + script).doesNotContain("http:", "https:", "\"//");
        assertThat(links).contains("/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/openapi.json");
        links.forEach(link -> given().get(link).then().statusCode(200));
    }

    @Test
    void aPageRunsNoScriptsOfOthers() {
        given().get("/docs")
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("script-src 'self'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void aKindOfProblemIsExplainedToPeopleAndToPrograms() {
        given().header("Accept", BROWSER)
                .get("/problems/too-many-requests")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<h1>Too many requests</h1>"))
                .body(containsString("What to do"));
        given().accept("application/json")
                .get("/problems/too-many-requests")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Vary", containsString("Accept"))
                .body("title", equalTo("Too many requests"))
                .body("statuses", equalTo(List.of(429)))
                .body("action", containsString("Retry-After"));
    }

    @Test
    void allKindsOfProblemsAreListed() {
        given().header("Accept", BROWSER)
                .get("/problems")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/problems/already-picked-up\""));
        given().get("/problems").then().statusCode(200).body("problems.type", hasItem("/problems/already-picked-up"));
    }

    @Test
    void theTypeOfAProblemLeadsToItsPage() {
        String type = given().get("/api/v2/deliveries")
                .then()
                .statusCode(401)
                .extract()
                .path("type");

        given().get(URI.create(type).getPath())
                .then()
                .statusCode(200)
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void aKindThatIsNoneIsNotFound() {
        given().header("Accept", BROWSER)
                .get("/problems/no-such-problem")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void whoeverHasItAlreadyGetsNothingNew() {
        String tag =
                given().get("/openapi.json").then().statusCode(200).extract().header("ETag");

        given().header("If-None-Match", tag)
                .get("/openapi.json")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
    }

    @Test
    void whoeverTakesItCompressedGetsItSo() {
        given().header("Accept-Encoding", "gzip, br")
                .get("/docs/swagger-ui-bundle.js")
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"))
                .body(containsString("SwaggerUIBundle"));
        given().config(RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()))
                .get("/docs/swagger-ui.css")
                .then()
                .statusCode(200)
                .header("Content-Encoding", nullValue());
    }

    @Test
    void pagesAreOnlyRead() {
        given().head("/docs").then().statusCode(200).header("Content-Length", notNullValue());
        given().options("/docs").then().statusCode(204).header("Allow", containsString("GET"));
        for (Method method : List.of(Method.POST, Method.PUT, Method.DELETE)) {
            given().request(method, "/problems/invalid")
                    .then()
                    .statusCode(405)
                    .header("Allow", containsString("GET"))
                    .contentType("application/problem+json");
        }
    }

    @Test
    void aTokenThatIsNoneKeepsNobodyFromReading() {
        given().header("Authorization", "Bearer a.b.c")
                .get("/problems/unauthenticated")
                .then()
                .statusCode(200);
        Requests.customer().get("/openapi.json").then().statusCode(200);
    }

    @Test
    void nothingElseIsReachedByAPathThatLooksAlike() {
        for (String path : List.of("/docs/", "/docs/../META-INF", "/docs/none.js", "/openapi", "/problems2")) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(401);
        }
    }
}
