import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Malformed HTTP for the gateway: see the script http-fuzz. */
final class HttpFuzz {
    private static final int THREADS = 4;
    private static final int ANSWER_MILLIS = 1_500;
    private static final int ANSWER_BYTES_MAX = 200_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
    /** RFC 9112, section 6.1: to a transfer coding that the server does not know. */
    private static final int NOT_IMPLEMENTED = 501;
    /** What only operators and services see. */
    private static final Pattern FORBIDDEN = Pattern.compile("\"droneId\"|\"compensations\"|\"airframe\"|\"openingBalance\"");
    /** Every answer names its request: so it shows if a hidden one was taken for a request. */
    private static final String HIDDEN_ID = "hidden-in-another";
    private static final String HIDDEN = "GET /operations/v1/drones HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: " + HIDDEN_ID
            + "\r\nAuthorization: Bearer %s\r\n\r\n";
    /** In these kinds the hidden request comes after a complete one, so that the gateway rightly answers it. */
    private static final Set<String> PIPELINED =
            Set.of("chunked, with a tab", "a connect", "an upgrade", "a web socket", "pipelined with a hidden one");

    private final int port;
    private final String token;
    private final String other;
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicInteger well = new AtomicInteger();
    private volatile boolean over;

    private HttpFuzz(int port, String token, String other) {
        this.port = port;
        this.token = token;
        this.other = other;
    }

    public static void main(String... arguments) throws Exception {
        HttpFuzz fuzz = new HttpFuzz(Integer.parseInt(arguments[0]), arguments[3], arguments[4]);
        System.exit(fuzz.run(Duration.ofMinutes(Long.parseLong(arguments[1])), Long.parseLong(arguments[2])) ? 0 : 1);
    }

    private boolean run(Duration length, long seed) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(seed * THREADS + thread);
            threads.add(Thread.ofPlatform().start(() -> attack(random)));
        }
        threads.add(Thread.ofPlatform().start(() -> behave("demo", token)));
        threads.add(Thread.ofPlatform().start(() -> behave("poor", other)));
        Thread.sleep(length);
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        new TreeMap<>(answers).forEach((what, count) -> System.out.printf("%7d  %s%n", count.get(), what));
        violations.stream().distinct().limit(20).forEach(System.out::println);
        System.out.printf("%d answers to those who behave, %d violations%n", well.get(), violations.size());
        return violations.isEmpty() && well.get() > 0;
    }

    /** Each answer has to be of its own request and account. */
    private void behave(String account, String bearer) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        while (!over) {
            String id = UUID.randomUUID().toString();
            try {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v2/deliveries?limit=5"))
                                .header("Authorization", "Bearer " + bearer)
                                .header("X-Request-Id", id)
                                .build(),
                        BodyHandlers.ofString());
                if (!answer.headers().firstValue("X-Request-Id").orElse("").equals(id)) {
                    violations.add("an answer to another request: " + answer.headers().map());
                }
                Matcher owner = Pattern.compile("\"accountId\":\"([^\"]+)\"").matcher(answer.body());
                while (owner.find()) {
                    if (!owner.group(1).equals(account)) {
                        violations.add(account + " got a delivery of " + owner.group(1));
                    }
                }
                if (answer.statusCode() != 200 && answer.statusCode() != 429) {
                    violations.add("who behaves was answered " + answer.statusCode() + " " + answer.body());
                }
                well.incrementAndGet();
                Thread.sleep(50);
            } catch (IOException failed) {
                violations.add("who behaves got no answer: " + failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void attack(Random random) {
        while (!over) {
            String kind = "";
            try {
                List<Map.Entry<String, String>> requests = requests(random);
                Map.Entry<String, String> request = requests.get(random.nextInt(requests.size()));
                kind = request.getKey();
                boolean mutate = random.nextInt(4) == 0;
                String bytes = mutate ? mutated(request.getValue(), random) : request.getValue();
                if (random.nextInt(5) == 0) {
                    closeEarly(bytes);
                    count(kind + ": closed early");
                } else {
                    judge(kind, bytes, exchange(bytes), mutate || PIPELINED.contains(kind));
                }
            } catch (IOException cut) {
                count(kind + ": cut off");
            }
        }
    }

    /** One byte is changed, left out or doubled. */
    private static String mutated(String request, Random random) {
        int place = random.nextInt(request.length());
        String before = request.substring(0, place);
        String after = request.substring(place + 1);
        return switch (random.nextInt(3)) {
            case 0 -> before + (char) random.nextInt(256) + after;
            case 1 -> before + after;
            default -> before + request.charAt(place) + request.charAt(place) + after;
        };
    }

    private List<Map.Entry<String, String>> requests(Random random) {
        String start = "/api/v2/deliveries HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
        String get = "GET " + start;
        String post = "POST " + start + "Content-Type: application/json\r\n";
        String hidden = HIDDEN.formatted(token);
        int length = hidden.length();
        return List.of(
                Map.entry("both lengths", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden),
                Map.entry("both lengths, reversed", post + "Transfer-Encoding: chunked\r\nContent-Length: " + (5 + length) + "\r\n\r\n0\r\n\r\n" + hidden),
                Map.entry("two lengths", post + "Content-Length: 0\r\nContent-Length: " + length + "\r\n\r\n" + hidden),
                Map.entry("a list of lengths", post + "Content-Length: 0, " + length + "\r\n\r\n" + hidden),
                Map.entry("a signed length", post + "Content-Length: +" + length + "\r\n\r\n" + hidden),
                Map.entry("a negative length", post + "Content-Length: -1\r\n\r\n" + hidden),
                Map.entry("a huge length", post + "Content-Length: 99999999999999999999\r\n\r\n" + hidden),
                Map.entry("a length in hex", post + "Content-Length: 0x" + Integer.toHexString(length) + "\r\n\r\n" + hidden),
                Map.entry("a length with a blank before the colon", post + "Content-Length : " + length + "\r\n\r\n" + hidden),
                Map.entry("an unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n" + hidden),
                Map.entry("chunked, not last", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + hidden),
                Map.entry("chunked, folded", post + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" + hidden),
                Map.entry("chunked, with a tab", post + "Transfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n" + hidden),
                Map.entry("a chunk of no size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + hidden),
                Map.entry("a chunk of a huge size", post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n" + hidden),
                Map.entry("a chunk of a negative size", post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + hidden),
                Map.entry("a chunk with a long extension", post + "Transfer-Encoding: chunked\r\n\r\n1;" + "x".repeat(20_000) + "\r\na\r\n0\r\n\r\n"),
                Map.entry("a trailer with a token", post + "Transfer-Encoding: chunked\r\nTrailer: Authorization\r\n\r\n2\r\n{}\r\n0\r\nAuthorization: Bearer x\r\n\r\n"),
                Map.entry("a body of a GET", get + "Content-Length: " + length + "\r\n\r\n" + hidden),
                Map.entry("a cancel of version 1 with a body", "DELETE /api/v1/deliveries/x?reason=%FF HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nContent-Length: " + length + "\r\n\r\n" + hidden),
                Map.entry("a body that ends early", post + "Content-Length: 5000\r\n\r\n{\"pickup\""),
                Map.entry("a header without a colon", get + "Nonsense\r\n\r\n"),
                Map.entry("a header without a name", get + ": x\r\n\r\n"),
                Map.entry("a header with NUL", get + "X-A: a\0b\r\n\r\n"),
                Map.entry("a header with CR", get + "X-A: a\rTransfer-Encoding: chunked\r\n\r\n"),
                Map.entry("a folded header", get + "X-A: a\r\n Content-Length: 5\r\n\r\n"),
                Map.entry("a huge header", get + "X-A: " + "a".repeat(random.nextInt(100_000)) + "\r\n\r\n"),
                Map.entry("many headers", get + "X-A: a\r\n".repeat(3_000) + "\r\n"),
                Map.entry("two tokens", get + "Authorization: Bearer " + other + "\r\n\r\n"),
                Map.entry("hop-by-hop token", get + "Connection: close, Authorization\r\n\r\n"),
                Map.entry("identity headers", get + "Account-Id: poor\r\nX-Forwarded-User: poor\r\nForwarded: for=1.2.3.4\r\n\r\n"),
                Map.entry("line feeds alone", get.replace("\r\n", "\n") + "\n"),
                Map.entry("no host", "GET /api/v2/deliveries HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n\r\n"),
                Map.entry("two hosts", get + "Host: drone\r\n\r\n"),
                Map.entry("another host", "GET http://localhost:8085/drones HTTP/1.1\r\nHost: localhost:8085\r\nAuthorization: Bearer " + token + "\r\n\r\n"),
                Map.entry("a connect", "CONNECT localhost:8085 HTTP/1.1\r\nHost: localhost:8085\r\nAuthorization: Bearer " + token + "\r\n\r\n" + hidden),
                Map.entry("an upgrade", get + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n" + hidden),
                Map.entry("a web socket", get + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n" + hidden),
                Map.entry("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"),
                Map.entry("HTTP/0.9", "GET /operations/v1/drones\r\n"),
                Map.entry("HTTP/3.7", "GET /api/v2/deliveries HTTP/3.7\r\nHost: a\r\n\r\n"),
                Map.entry("a long path", "GET /" + "a".repeat(random.nextInt(60_000)) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
                Map.entry("a climbing path", "GET /api/v2/deliveries/" + climbing(random) + "operations/v1/drones HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n"),
                Map.entry("a hidden route", "GET /api/v2/deliveries/x%20HTTP/1.1%0d%0aHost:a%0d%0a%0d%0aGET%20/drones HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n"),
                Map.entry("pipelined", (get + "\r\n").repeat(3) + "rubbish\r\n\r\n"),
                Map.entry("pipelined with a hidden one", get + "\r\n" + hidden + get + "\r\n"),
                Map.entry("rubbish", rubbish(random)));
    }

    private static String climbing(Random random) {
        List<String> steps = List.of("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..;/", "./", "//", "..%5c", "%252e%252e/", "..%00/");
        StringBuilder path = new StringBuilder();
        for (int step = 0; step <= random.nextInt(4); step++) {
            path.append(steps.get(random.nextInt(steps.size())));
        }
        return path.toString();
    }

    private static String rubbish(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(bytes);
        return new String(bytes, ISO_8859_1);
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = send(request)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            return answer(socket.getInputStream());
        }
    }

    private void closeEarly(String request) throws IOException {
        send(request).close();
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] part = new byte[8_192];
        try {
            for (int read = in.read(part); read >= 0 && answer.size() < ANSWER_BYTES_MAX; read = in.read(part)) {
                answer.write(part, 0, read);
            }
        } catch (SocketTimeoutException kept) {
            return answer.toString(ISO_8859_1); // it keeps the connection, or waits for the rest
        }
        return answer.toString(ISO_8859_1);
    }

    /** @param second whether the request may be two */
    private void judge(String kind, String request, String answer, boolean second) {
        Matcher status = STATUS.matcher(answer);
        StringBuilder statuses = new StringBuilder();
        while (status.find()) {
            int code = Integer.parseInt(status.group(1));
            statuses.append(' ').append(code);
            if (code >= 500 && code != NOT_IMPLEMENTED) {
                violations.add("a server error to " + kind + ": " + answer.lines().toList());
            }
        }
        if (FORBIDDEN.matcher(answer).find()
                || answer.contains("\"accountId\":\"poor\"")
                || (!second && answer.contains(HIDDEN_ID))) {
            violations.add("something passed by " + kind + ": " + request + " -> " + answer);
        }
        count(kind + ":" + (statuses.isEmpty() ? " no answer" : statuses));
    }

    private void count(String what) {
        answers.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    }
}
