package io.dronedelivery.testing.openapi;

import io.dronedelivery.testing.access.UsualToken;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fails a test if an answer is not as the service describes it. Found through <code>META-INF/services</code>: with
 * this module on the test class path, each call by REST Assured in a Quarkus test is checked. A test with another client calls
 * {@link #check(Answer)}.
 */
public final class AnswersAsDescribed implements QuarkusTestBeforeEachCallback, Filter {
    private static @Nullable Description description;

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        RestAssured.replaceFiltersWith(new UsualToken(), this);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        if (URI.create(request.getURI()).getPort() == RestAssured.port) { // not a stand-in of another service
            check(Answer.of(request, response));
        }
        return response;
    }

    /** Throws an {@link AssertionError} where the answer is not as the running service describes it. */
    public static void check(Answer answer) {
        List<String> deviations = deviations(answer);
        if (!deviations.isEmpty()) {
            throw new AssertionError("The answer is not as /q/openapi describes it: "
                    + String.join("; ", deviations)
                    + ". Correct the answer or its description.\n"
                    + answer);
        }
    }

    /** How the answer differs from its description by the running service; empty if it does not. */
    public static List<String> deviations(Answer answer) {
        return described().deviations(answer);
    }

    /** Read once, since it never changes while the service runs. */
    private static synchronized Description described() {
        if (description == null) {
            description =
                    Description.of(read(URI.create("http://localhost:" + RestAssured.port + "/q/openapi?format=json")));
        }
        return description;
    }

    private static String read(URI place) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
