package io.dronedelivery.local.replay;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.mavlink.log.FlightLog;
import io.dronedelivery.mavlink.log.Sortie;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Replays a recorded flight as live telemetry. It orders a delivery for each sortie, while the drone stands ready. */
@Command(
        name = "replay",
        description = "Replays a recorded MAVLink flight to the drone service, one delivery per sortie.",
        mixinStandardHelpOptions = true)
public final class Replay implements Callable<Integer> {
    @ParentCommand
    private StateFolder state = new StateFolder();

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration CANCEL_PAUSE = Duration.ofSeconds(1);

    @Parameters(paramLabel = "FLIGHT.tlog", description = "the telemetry log of a ground station")
    private Path file = Path.of("");

    @Option(
            names = "--pickup",
            paramLabel = "LAT,LON",
            required = true,
            converter = PositionConverter.class,
            description = "where the sorties start")
    private Position pickup = new Position(0, 0);

    @Option(
            names = "--dropoff",
            paramLabel = "LAT,LON",
            required = true,
            converter = PositionConverter.class,
            description = "where they land")
    private Position dropoff = new Position(0, 0);

    @Option(names = "--speed", paramLabel = "X", description = "seconds of the log per second; 1 unless given")
    private double speed = 1;

    @Option(names = "--double", description = "sends every frame twice")
    private boolean doubled;

    @Option(names = "--drop", paramLabel = "PERCENT", description = "loses that many frames at random")
    private int dropPercent;

    @Option(names = "--seed", paramLabel = "N", description = "draws the lost frames: the same seed draws the same")
    private long seed = 1;

    @Override
    public Integer call() throws InterruptedException {
        if (!(speed > 0) || dropPercent < 0 || dropPercent > 99) {
            System.err.println("dronectl: --speed must be above 0, --drop from 0 to 99");
            return CommandLine.ExitCode.USAGE;
        }
        try {
            return replay(FlightLog.read(file)) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (NoSuchFileException missing) {
            System.err.println("dronectl: there is no file " + missing.getMessage());
        } catch (ConnectException down) {
            System.err.println("dronectl: the system is not up. Start it with: dronectl up --detach");
        } catch (IOException | ReplayFailure failure) {
            System.err.println("dronectl: " + failure.getMessage());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private boolean replay(FlightLog log) throws IOException, InterruptedException, ReplayFailure {
        int vehicle = log.vehicle().orElseThrow(() -> new ReplayFailure("no vehicle is heard in " + file));
        List<Sortie> sorties = Sortie.of(log, vehicle);
        if (sorties.isEmpty()) {
            throw new ReplayFailure("system " + vehicle + " makes no sortie in " + file);
        }
        ReplayOutput output =
                new ReplayOutput(System.out, log.entries().getFirst().receivedAt());
        try (SystemClient system = new SystemClient(Credentials.of(state.project()), Dispatch.ACCOUNT);
                Link link = new Link(Endpoints.MAVLINK_PORT, new Link.Faults(doubled, dropPercent, seed));
                DeliveryPoller poller = new DeliveryPoller(system, output)) {
            Dispatch dispatch = new Dispatch(system, pickup, dropoff, vehicle);
            dispatch.prepare();
            await(
                    () -> Thread.sleep(CANCEL_PAUSE),
                    "an earlier replay's delivery to end",
                    dispatch::cancelEarlierDelivery);
            output.print(
                    "%s: %d sorties of drone %s".formatted(file.getFileName(), sorties.size(), dispatch.droneId()));
            try {
                play(new Playback(log, vehicle, link, speed), sorties, dispatch, poller);
            } finally {
                output.printTable(poller.deliveries());
            }
            return poller.deliveries().stream().allMatch(SortieDelivery::completed);
        }
    }

    private static void play(Playback playback, List<Sortie> sorties, Dispatch dispatch, DeliveryPoller poller)
            throws IOException, InterruptedException, ReplayFailure {
        for (int number = 1; number <= sorties.size(); number++) {
            Sortie sortie = sorties.get(number - 1);
            String name = "sortie " + number;
            playback.playTo(sortie.arming());
            await(playback::repeat, "the drone to be free", dispatch::free);
            String deliveryId =
                    await(playback::repeat, "the delivery to be accepted", () -> Optional.of(dispatch.order(name)));
            poller.add(new SortieDelivery(number, sortie, deliveryId, List.of()));
            await(playback::repeat, "the delivery to be the drone's mission", () -> dispatch.underWay(deliveryId));
        }
        playback.playToEnd();
        await(playback::repeat, "the last deliveries to end", poller::ended);
    }

    /** Finds what is awaited, once it is there. */
    private interface Awaited<T> {
        Optional<T> find() throws IOException, InterruptedException, ReplayFailure;
    }

    /** What is done between two attempts to find it. */
    private interface Meanwhile {
        void run() throws IOException, InterruptedException;
    }

    /** Waits until it is found. A service that does not answer may be starting again. */
    private static <T> T await(Meanwhile meanwhile, String what, Awaited<T> awaited)
            throws IOException, InterruptedException, ReplayFailure {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        String obstacle = "";
        while (System.nanoTime() < deadline) {
            try {
                Optional<T> found = awaited.find();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (IOException forNow) {
                obstacle = ": " + forNow.getMessage();
            }
            meanwhile.run();
        }
        throw new ReplayFailure("waited " + TIMEOUT.toMinutes() + " minutes for " + what + obstacle);
    }
}
