package io.dronedelivery.bench;

import io.dronedelivery.bench.http.LoadGenerator;
import io.dronedelivery.bench.http.RequestBytes;
import io.dronedelivery.bench.load.Outcome;
import io.dronedelivery.bench.load.ReadRequests;
import io.dronedelivery.bench.load.StoredDeliveries;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.reference.EmptyServer;
import io.dronedelivery.bench.reference.ReferenceProcess;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.report.Target;
import io.dronedelivery.bench.run.MeasurementRun;
import io.dronedelivery.bench.run.RequestRounds;
import io.dronedelivery.bench.run.RequestRounds.Subject;
import io.dronedelivery.bench.run.RoundOptions;
import io.dronedelivery.bench.run.WarmUpOption;
import io.dronedelivery.local.project.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl bench status</code>. */
@Command(
        name = "status",
        description =
                "Measure how many deliveries a second are read, through the gateway and not, beside an empty GET.",
        footer = "A hundred deliveries are scheduled before, and read in turn; nothing else happens meanwhile.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {
    private static final String ACCOUNT = "bench-1";
    private static final int DELIVERIES = 100;
    private static final int CONNECTIONS = 64;
    private static final double SHARE_OF_EMPTY = 0.4;
    private static final Duration READY_IN = Duration.ofHours(1);

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
        system.start();
        Set<String> ids = new StoredDeliveries(system, READY_IN)
                .withParkedDrones(2 * DELIVERIES)
                .order(DELIVERIES, ACCOUNT, Outcome.SCHEDULED)
                .keySet();
        try (ReferenceProcess _ = EmptyServer.start(system.logs())) {
            List<Subject> subjects = List.of(
                    new Subject(
                            "status GET, at delivery itself",
                            reading(system, Service.DELIVERY, ids),
                            Target.ratioAtLeast(SHARE_OF_EMPTY)),
                    new Subject("status GET, through the gateway", reading(system, Service.GATEWAY, ids)));
            return new RequestRounds(system, options, warmUp.limit()).measure(subjects, emptyGet());
        }
    }

    private static LoadGenerator reading(MeasuredSystem system, Service service, Set<String> ids) {
        List<URI> urls = ids.stream()
                .map(id -> service.url().resolve("/api/v2/deliveries/" + id))
                .toList();
        return ReadRequests.load(system, ACCOUNT, urls, CONNECTIONS);
    }

    private static Subject emptyGet() {
        byte[] get = RequestBytes.get(EmptyServer.url(), Map.of());
        return new Subject("empty GET", new LoadGenerator(EmptyServer.url().getPort(), () -> get, CONNECTIONS));
    }
}
