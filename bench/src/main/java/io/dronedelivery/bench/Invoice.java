package io.dronedelivery.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.bench.load.Outcome;
import io.dronedelivery.bench.load.ReadRequests;
import io.dronedelivery.bench.load.StoredDeliveries;
import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.report.Target;
import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.bench.run.RequestRounds;
import io.dronedelivery.bench.run.RequestRounds.Subject;
import io.dronedelivery.bench.run.RoundOptions;
import io.dronedelivery.bench.run.WarmUpOption;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.access.Bearer;
import io.dronedelivery.local.project.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl bench invoice</code>. */
@Command(
        name = "invoice",
        description = "Measure how many invoices of 30 deliveries a second are made, through the gateway.",
        footer = "The 30 deliveries are flown before, with clocks that run twenty times as fast.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Invoice implements Callable<Integer> {
    private static final String ACCOUNT = "bench-1";
    private static final int DELIVERIES = 30;
    private static final double FLOWN_AT = 20;
    private static final int CONNECTIONS = 16;
    private static final int ASKED_MAX = 30;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final double PER_SECOND = 600;
    private static final double P99_MILLIS = 50;

    @ParentCommand
    private MeasurementRun run = new MeasurementRun();

    @Mixin
    private RoundOptions options = new RoundOptions();

    @Mixin
    private WarmUpOption warmUp = new WarmUpOption(120);

    @Override
    public Integer call() throws InterruptedException {
        options.validate();
        warmUp.validate(options);
        return run.measure(this::measure, options);
    }

    private Report measure(MeasuredSystem system) throws InterruptedException {
        system.start(FLOWN_AT);
        System.out.println("flying " + DELIVERIES + " deliveries");
        Instant completed = new StoredDeliveries(system, Duration.ZERO)
                .order(DELIVERIES, ACCOUNT, Outcome.COMPLETED).values().stream()
                        .map(event -> event.header().at())
                        .max(Instant::compareTo)
                        .orElseThrow();
        system.stop();
        system.start();
        URI invoice =
                Endpoints.gateway().resolve("/api/v2/invoices/" + YearMonth.from(completed.atZone(ZoneOffset.UTC)));
        awaitLines(system, invoice);
        Subject reading = new Subject(
                "invoice of 30 deliveries, through the gateway",
                ReadRequests.load(system, ACCOUNT, List.of(invoice), CONNECTIONS),
                Target.atLeast(PER_SECOND),
                Target.p99AtMost(P99_MILLIS));
        return new RequestRounds(system, options, warmUp.limit()).measure(List.of(reading), null);
    }

    /** Accounting charges soon after a delivery is completed, not at once. */
    private static void awaitLines(MeasuredSystem system, URI invoice) throws InterruptedException {
        int lines = lines(system, invoice);
        for (int asked = 1; lines != DELIVERIES && asked < ASKED_MAX; asked++) {
            Thread.sleep(PAUSE);
            lines = lines(system, invoice);
        }
        if (lines != DELIVERIES) {
            throw new InvalidMeasurement("the invoice has " + lines + " lines instead of " + DELIVERIES);
        }
    }

    private static int lines(MeasuredSystem system, URI invoice) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(invoice)
                .header(Bearer.HEADER, system.credentials().customer(ACCOUNT).value())
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            byte[] answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            return Json.read(answer, JsonNode.class).path("lines").size();
        } catch (IOException unreadable) {
            throw new InvalidMeasurement("the invoice can't be read: " + unreadable);
        }
    }
}
