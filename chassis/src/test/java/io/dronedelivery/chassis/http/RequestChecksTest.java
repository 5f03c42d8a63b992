package io.dronedelivery.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of every request, whatever it asks for. */
@QuarkusTest
class RequestChecksTest {
    private static final String LABEL = """
            {"name": "a", "size": "SMALL", "weights": [{"grams": 1}], "marks": [null]}""";

    @TestHTTPResource(value = "/metrics", management = true)
    private String metrics = "";

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%01", "%1B", "%7F", "%C2%85"})
    void anIdThatCanNotExistIsNotFound(String id) throws Exception {
        for (String method : new String[] {"GET", "PUT"}) {
            RawClient.Answer answer = raw(method + " /wishes/labels/" + id, "Content-Type: application/json");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("http://localhost:8080/problems/not-found");
        }
    }

    @Test
    void anIdThatIsLongerThanAnyIsNotFound() {
        given().get("/wishes/labels/" + "x".repeat(201)).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note=%00", "note=a%00", "note=a&note=%1F", "other=%00", "limit=%00"})
    void aFilterWithControlCharactersIsNamed(String query) throws Exception {
        RawClient.Answer answer = raw("GET /wishes?" + query, "Accept: */*");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + query.replaceAll("=.*", "") + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "application/", "a/b;q=c", "\u00E9"})
    void anAcceptThatIsNoMediaTypeIsNotAcceptable(String accept) {
        given().header("Accept", accept).get("/wishes").then().statusCode(406).contentType("application/problem+json");
    }

    @Test
    void anUpgradeToHttp2IsNotMade() throws Exception {
        String upgrade = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__";
        assertThat(raw("GET /wishes", upgrade).status()).isEqualTo(200);
    }

    /** Whatever the bytes are, they are no error of ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wishes/labels/%",
                "/wishes/labels/%zz",
                "/wishes/labels/%C3%28",
                "/wishes/labels/%ED%A0%80",
                "/wishes?note=%",
                "/wishes?note=%zz",
                "/wishes?note=%ED%A0%80",
                "/wishes?%00=1",
                "/wishes?limit=%C3",
                "/%00",
                "/wishes/%2e%2e",
                "/wishes/labels/a;b=%00",
                "//",
                "/wishes?limit=1&limit=x"
            })
    void aMalformedUriIsNoErrorOfOurs(String uri) throws Exception {
        assertThat(raw("GET " + uri, "Accept: */*").status()).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "zstd", "identity, gzip", "x"})
    void aBodyThatIsEncodedIsUnsupported(String coding) {
        given().contentType(ContentType.JSON)
                .header("Content-Encoding", coding)
                .body(LABEL)
                .put("/wishes/labels/a")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .header("Accept-Encoding", "identity")
                .body("detail", containsString("Content-Encoding"));
    }

    @Test
    void aBodyThatIsSaidToBeAsItIsIsRead() {
        given().contentType(ContentType.JSON)
                .header("Content-Encoding", "identity")
                .body(LABEL)
                .put("/wishes/labels/a")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE | /wishes          | GET, HEAD, OPTIONS, POST
            PUT    | /wishes/7        | GET, HEAD, OPTIONS
            POST   | /wishes/labels/a | GET, HEAD, OPTIONS, PATCH, PUT
            DELETE | /operations/downstreams | GET, HEAD, OPTIONS
            """)
    void aMethodThatIsNotOfferedIsToldWhichAre(String method, String path, String allowed) {
        given().request(method, path)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", allowed);
    }

    @Test
    void aRequestWhoseBodyWasReadIsMeasuredUnderItsPath() {
        given().contentType(ContentType.JSON)
                .body(LABEL)
                .put("/wishes/labels/measured")
                .then()
                .statusCode(200);
        given().get(metrics).then().body(containsString("uri=\"/wishes/labels/{name}\""));
    }

    @Test
    void aMediaTypeThatIsNotReadIsToldWhichAre() {
        unsupported("POST", "/wishes").header("Accept-Post", "application/json").header("Accept", "application/json");
        unsupported("PUT", "/wishes/labels/a").header("Accept", "application/json");
        unsupported("PATCH", "/wishes/labels/a")
                .header("Accept-Patch", equalTo("application/merge-patch+json, application/json"));
    }

    private static ValidatableResponse unsupported(String method, String path) {
        return given().contentType("application/xml")
                .body("<a/>")
                .request(method, path)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    private static RawClient.Answer raw(String line, String header) throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n" + header + "\r\n\r\n");
            return client.answer();
        }
    }
}
