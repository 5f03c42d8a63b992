package io.dronedelivery.local.trace;

import com.fasterxml.jackson.core.type.TypeReference;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.project.AtomicFile;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** <code>dronectl trace</code>: exit code 0 if there is a trace of the delivery. */
@Command(
        name = "trace",
        description = "Print the traces of a delivery: every call and message, from the request to the charge.",
        footer = "Needs a system that keeps traces: dronectl up --observe",
        mixinStandardHelpOptions = true)
public final class Trace implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Parameters(paramLabel = "DELIVERY", description = "the delivery's id")
    private String deliveryId = "";

    @Option(names = "--picture", paramLabel = "FILE", description = "draw them, too: an SVG file")
    private @Nullable Path picture;

    @Option(names = "--receiver-url", paramLabel = "URL", description = "where the spans were received")
    private URI receiver = Endpoints.traces();

    @Override
    public Integer call() throws InterruptedException {
        List<TraceTree> traces = TraceTree.of(spans());
        if (traces.isEmpty()) {
            throw new UserError("no trace of " + deliveryId
                    + ": it may be too old to be kept, or so new that it is not exported yet");
        }
        new TraceText(System.out).print(traces);
        if (picture != null) {
            AtomicFile.write(picture.toAbsolutePath(), TracePicture.of(traces).getBytes(StandardCharsets.UTF_8));
        }
        return 0;
    }

    private List<TracedSpan> spans() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(TraceReceiver.of(receiver, deliveryId))
                .timeout(TIMEOUT)
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            byte[] answer = client.send(request, BodyHandlers.ofByteArray()).body();
            return Json.MAPPER.readValue(answer, new TypeReference<>() {});
        } catch (IOException away) {
            throw new UserError(
                    "no traces are kept at " + receiver + ": start the system with up --observe (" + away + ")");
        }
    }
}
