package io.dronedelivery.local.upgrade;

import io.dronedelivery.local.access.Bearer;
import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.chaos.load.AcceptedRequest;
import io.dronedelivery.local.check.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Customers who look their deliveries up, and follow one after the other. They never repeat a request that failed. */
final class Readers implements AutoCloseable {
    private static final int LOOKING = 3;
    private static final int FOLLOWING = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(60); // a heartbeat is sent every 30 s at most
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final int KNOWN_AFTER = 20; // so many orders later, it is known to all
    private static final int OK = 200;
    private static final int ALL_SENT = 204; // the delivery has ended, and the client has every event

    private final URI deliveries;
    private final Credentials credentials;
    private final String account;
    private final Supplier<List<AcceptedRequest>> accepted;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLongArray heardAt = new AtomicLongArray(FOLLOWING);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Readers(URI deliveries, Credentials credentials, String account, Supplier<List<AcceptedRequest>> accepted) {
        this.deliveries = deliveries;
        this.credentials = credentials;
        this.account = account;
        this.accepted = accepted;
    }

    /** Readers that read until they are closed. */
    static Readers begin(
            URI deliveries, Credentials credentials, String account, Supplier<List<AcceptedRequest>> accepted) {
        Readers readers = new Readers(deliveries, credentials, account, accepted);
        for (int reader = 0; reader < LOOKING; reader++) {
            readers.threads.execute(() -> readers.again(readers::look));
        }
        for (int reader = 0; reader < FOLLOWING; reader++) {
            int number = reader;
            readers.heardAt.set(number, System.nanoTime());
            readers.threads.execute(() -> readers.again(() -> readers.follow(number)));
        }
        return readers;
    }

    /** Whether every request was answered as it should be. */
    Verdict verdict() {
        for (int reader = 0; reader < FOLLOWING; reader++) {
            if (System.nanoTime() - heardAt.get(reader) > SILENCE_MAX.toNanos()) {
                fail("a live tracking has sent nothing for longer than " + SILENCE_MAX.toSeconds() + " s");
            }
        }
        return new Verdict("every look-up and every live tracking was answered", requests.get(), List.copyOf(failures));
    }

    private interface Reading {
        void read() throws IOException, InterruptedException;
    }

    private void again(Reading reading) {
        try {
            while (true) {
                try {
                    reading.read();
                } catch (IOException failed) {
                    fail(failed.toString());
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(String how) {
        failures.add(Instant.now() + " " + how);
    }

    private void look() throws IOException, InterruptedException {
        requests.incrementAndGet();
        HttpRequest request =
                request(deliveries, account).timeout(ANSWER_TIMEOUT).build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != OK) {
            fail("the list of deliveries was answered " + status);
        }
    }

    /** Follows a delivery until its end. A stream that ends early is resumed after its last event. */
    private void follow(int number) throws IOException, InterruptedException {
        List<AcceptedRequest> known = accepted.get();
        if (known.size() <= KNOWN_AFTER + number) {
            heardAt.set(number, System.nanoTime());
            return;
        }
        AcceptedRequest followed = known.get(known.size() - KNOWN_AFTER - number - 1);
        URI tracking = URI.create(deliveries + "/" + followed.deliveryId() + "/tracking");
        String last = "0";
        int status = OK;
        while (status == OK) {
            heardAt.set(number, System.nanoTime());
            requests.incrementAndGet();
            HttpRequest request = request(tracking, followed.accountId())
                    .header("Last-Event-ID", last)
                    .build();
            HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
            status = answer.statusCode();
            try (Stream<String> lines = answer.body()) {
                last = lines.peek(_ -> heardAt.set(number, System.nanoTime()))
                        .filter(line -> line.startsWith("id:"))
                        .map(line -> line.substring("id:".length()).strip())
                        .reduce(last, (_, next) -> next);
            } catch (UncheckedIOException broken) {
                throw broken.getCause();
            }
        }
        if (status != ALL_SENT) {
            fail("the tracking of " + followed.deliveryId() + " was answered " + status);
        }
    }

    private HttpRequest.Builder request(URI uri, String of) {
        return HttpRequest.newBuilder(uri)
                .header(Bearer.HEADER, credentials.customer(of).value());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
