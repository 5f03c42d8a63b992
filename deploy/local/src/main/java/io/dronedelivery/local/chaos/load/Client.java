package io.dronedelivery.local.chaos.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.local.access.Credentials;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * A client that does not give up. If the outcome of a request is unknown, it repeats the request under the same key.
 * It stops at an answer, or when the time is up.
 */
public final class Client implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(2); // as the Retry-After of the service says
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final RequestResults results;
    private final Credentials credentials;
    private final Duration timeout;

    /** A client that repeats a request for as long as the timeout. */
    public Client(RequestResults results, Credentials credentials, Duration timeout) {
        this.results = results;
        this.credentials = credentials;
        this.timeout = timeout;
    }

    Credentials credentials() {
        return credentials;
    }

    /** Sends a request and counts its result. Returns the answer if it was accepted. */
    Optional<DeliveryAccepted> submit(Submission submission) throws InterruptedException {
        results.add(RequestCount.SENT);
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<HttpResponse<byte[]>> answer = answer(submission);
        boolean unknown = answer.isEmpty();
        while (answer.isEmpty() && submission.repeatable() && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            results.add(RequestCount.REPEATS);
            answer = answer(submission);
        }
        if (answer.isEmpty()) {
            results.add(submission.repeatable() ? RequestCount.GIVEN_UP : RequestCount.LEFT_UNKNOWN);
        } else if (unknown) {
            results.add(RequestCount.UNKNOWN_THEN_CONFIRMED);
        }
        return answer.flatMap(response -> read(submission, response));
    }

    /** The answer; empty if the outcome is unknown. */
    private Optional<HttpResponse<byte[]>> answer(Submission submission) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = http.send(submission.request(credentials), BodyHandlers.ofByteArray());
            int status = response.statusCode();
            if (status >= SERVER_ERROR && status != UNAVAILABLE) {
                results.addWrong(submission.what() + " was answered " + status);
            }
            return Optional.of(response).filter(_ -> status < SERVER_ERROR && status != TOO_MANY_REQUESTS);
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }

    private Optional<DeliveryAccepted> read(Submission submission, HttpResponse<byte[]> response) {
        if (response.statusCode() == ACCEPTED) {
            DeliveryAccepted accepted = Json.read(response.body(), DeliveryAccepted.class);
            results.addAccepted(new AcceptedRequest(
                    submission.what(), submission.accountId(), accepted.deliveryId(), accepted.requestId()));
            if (!submission.expected().mayBeAccepted()) {
                results.addWrong(submission.what() + " was accepted");
            }
            return Optional.of(accepted);
        }
        results.add(RequestCount.REFUSED);
        if (response.statusCode() < BAD_REQUEST || !submission.expected().mayBeRefused()) {
            results.addWrong(submission.what() + " was answered " + response.statusCode() + " "
                    + new String(response.body(), UTF_8));
        }
        return Optional.empty();
    }

    /** Interrupts the requests that are under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
