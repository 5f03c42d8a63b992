import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Many live streams for some minutes: see the script live-streams. */
final class LiveStreams {
    private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(90);
    private static final Duration TOKEN_EVERY = Duration.ofSeconds(10); // so that not all streams end at once
    private static final Duration ORDER_EVERY = Duration.ofSeconds(3);
    private static final int UNDER_WAY = 50;
    private static final Duration CONNECT_EVERY = Duration.ofMillis(25);
    private static final Duration WARM_UP = Duration.ofMinutes(3);
    private static final double GROWTH_MAX = 1.15;
    private static final Pattern DELIVERY_ID = Pattern.compile("\"deliveryId\":\"([^\"]+)\"");
    private static final Pattern MEMORY = Pattern.compile("^(gateway|delivery) .* (\\d+)$");

    private final int streams;
    private final Duration length;
    private final URI deliveries;
    private final String state;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> followed = new CopyOnWriteArrayList<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong positions = new AtomicLong();
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicInteger resumed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile String token = "";
    private volatile boolean over;

    private LiveStreams(int streams, Duration length, int port, String state) {
        this.streams = streams;
        this.length = length;
        this.deliveries = URI.create("http://localhost:" + port + "/api/v2/deliveries");
        this.state = state;
    }

    public static void main(String... arguments) throws Exception {
        LiveStreams run = new LiveStreams(
                Integer.parseInt(arguments[0]),
                Duration.ofMinutes(Long.parseLong(arguments[1])),
                Integer.parseInt(arguments[2]),
                arguments[3]);
        System.exit(run.run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        long end = System.nanoTime() + length.toNanos();
        token = dronectl("token", "--scope", "customer", "--account", "demo", "--expires", TOKEN_LIFETIME.toSeconds() + "s");
        order(0);
        every(TOKEN_EVERY, number -> token = dronectl(
                "token", "--scope", "customer", "--account", "demo", "--expires", TOKEN_LIFETIME.toSeconds() + "s"));
        every(ORDER_EVERY, this::order);
        for (int stream = 0; stream < streams; stream++) {
            int number = stream;
            Thread.startVirtualThread(() -> followOneAfterTheOther(number));
            Thread.sleep(CONNECT_EVERY);
        }
        Map<String, List<Integer>> memory = new TreeMap<>();
        while (System.nanoTime() < end) {
            Thread.sleep(Duration.ofSeconds(30));
            long left = Duration.ofNanos(end - System.nanoTime()).toSeconds();
            boolean warm = left < length.minus(WARM_UP).toSeconds();
            dronectl("status").lines().map(MEMORY::matcher).filter(Matcher::find).filter(_ -> warm).forEach(line -> memory
                    .computeIfAbsent(line.group(1), _ -> new ArrayList<>())
                    .add(Integer.parseInt(line.group(2))));
            System.out.printf(
                    "%4d s left: %d streams open, %d events, %d positions, %d resumed, %d refused for a while, %d ended, MiB %s%n",
                    left, connected.get(), events.get(), positions.get(), resumed.get(), refused.get(), ended.get(), memory);
        }
        over = true;
        memory.forEach(this::judge);
        violations.stream().limit(20).forEach(System.out::println);
        System.out.printf(
                "%d streams, %d events, %d resumed after their token had expired or the stream was cut, %d violations%n",
                streams, events.get(), resumed.get(), violations.size());
        return violations.isEmpty() && events.get() > streams;
    }

    private void judge(String process, List<Integer> mebibytes) {
        int third = Math.max(1, mebibytes.size() / 3);
        double first = mebibytes.stream().limit(third).mapToInt(each -> each).average().orElseThrow();
        double last = mebibytes.reversed().stream().limit(third).mapToInt(each -> each).average().orElseThrow();
        System.out.printf("%s: %.0f MiB, at the end %.0f MiB%n", process, first, last);
        if (last > first * GROWTH_MAX) {
            violations.add("the memory of " + process + " grew");
        }
    }

    private interface Step {
        void take(int number) throws Exception;
    }

    private void every(Duration pause, Step step) {
        Thread.ofPlatform().daemon().start(() -> {
            for (int number = 1; !over; number++) {
                try {
                    Thread.sleep(pause);
                    step.take(number);
                } catch (Exception failed) {
                    violations.add("the load failed: " + failed);
                    return;
                }
            }
        });
    }

    private void order(int number) throws IOException, InterruptedException {
        Random random = new Random(number);
        String order = """
                {"pickup": {"location": {"latitude": %f, "longitude": %f}},
                 "dropoff": {"location": {"latitude": %f, "longitude": %f}},
                 "package": {"size": "SMALL", "weightGrams": 300}}
                """.formatted(
                        47.36 + random.nextDouble() * 0.05,
                        8.50 + random.nextDouble() * 0.05,
                        47.36 + random.nextDouble() * 0.05,
                        8.50 + random.nextDouble() * 0.05);
        HttpResponse<String> answer = http.send(
                request(deliveries)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(order))
                        .build(),
                BodyHandlers.ofString());
        Matcher id = DELIVERY_ID.matcher(answer.body());
        if (answer.statusCode() == 202 && id.find()) {
            followed.add(id.group(1));
        } else if (answer.statusCode() != 429) {
            violations.add("an order was answered " + answer.statusCode() + " " + answer.body());
        }
    }

    private void followOneAfterTheOther(int stream) {
        try {
            while (!over) {
                follow(oneUnderWay(stream));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            violations.add("stream " + stream + ": " + bug);
        }
    }

    /** One of the newest deliveries. They have not ended yet, since orders come faster than deliveries are carried out. */
    private String oneUnderWay(int stream) {
        int newest = Math.min(followed.size(), UNDER_WAY);
        return followed.get(followed.size() - 1 - stream % newest);
    }

    /** To its end, over as many connections as it takes. */
    private void follow(String delivery) throws InterruptedException {
        long last = 0;
        while (!over) {
            try {
                HttpResponse<Stream<String>> answer = http.send(
                        request(URI.create(deliveries + "/" + delivery + "/tracking"))
                                .header("Last-Event-ID", Long.toString(last))
                                .build(),
                        BodyHandlers.ofLines());
                switch (answer.statusCode()) {
                    case 200 -> last = read(delivery, answer.body(), last);
                    case 204 -> {
                        ended.incrementAndGet();
                        return;
                    }
                    case 429, 503, 401 -> wait(answer);
                    case 404 -> Thread.sleep(Duration.ofSeconds(1)); // not known to everybody yet
                    default -> violations.add(delivery + " was answered " + answer.statusCode());
                }
            } catch (IOException cut) {
                Thread.sleep(Duration.ofMillis(500));
            }
        }
    }

    private void wait(HttpResponse<Stream<String>> answer) throws InterruptedException {
        refused.incrementAndGet();
        Thread.sleep(Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1)));
    }

    private long read(String delivery, Stream<String> lines, long seen) {
        connected.incrementAndGet();
        long[] last = {seen};
        try (lines) {
            lines.takeWhile(_ -> !over).forEach(line -> {
                if (line.startsWith("id:")) {
                    long id = Long.parseLong(line.substring(3).strip());
                    events.incrementAndGet();
                    if (id != last[0] + 1) {
                        violations.add(delivery + ": event " + id + " followed on " + last[0]);
                    }
                    last[0] = id;
                } else if (line.startsWith("event:") && line.endsWith("position")) {
                    positions.incrementAndGet();
                }
            });
        } catch (UncheckedIOException cut) {
            resumed.incrementAndGet();
            return last[0];
        } finally {
            connected.decrementAndGet();
        }
        resumed.incrementAndGet();
        return last[0];
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    }

    private String dronectl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./dronectl", "--state", state));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes()).strip();
        process.waitFor();
        return printed;
    }
}
