package io.dronedelivery.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.cli.DroneCtl;
import io.dronedelivery.local.customer.OrderGenerator;
import io.dronedelivery.local.customer.PublicApi;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.simulator.FleetPlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DemoRunTest {
    private static final int COUNT = 12;
    private static final Path STATE = Path.of("target/demo-run");

    private final FakeSystem system = new FakeSystem();
    private final PublicApi api = new PublicApi(
            system.address(),
            Credentials.of(new Project(Path.of("."), Path.of("target/demo-run")))
                    .customer("demo"));
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, UTF_8);

    @AfterEach
    void close() {
        api.close();
        system.close();
    }

    @Test
    void everyDeliveryIsOrderedAndWatchedToItsEnd() throws Exception {
        DemoRun run = run(Duration.ofMinutes(1));

        run.order();
        run.watch();

        assertThat(run.completed()).isTrue();
        assertThat(system.ordered()).isEqualTo(COUNT);
        assertThat(text().lines().toList().getLast()).contains("12/12 ended: completed 12");
    }

    @Test
    void aSystemThatFailsForAWhileIsAskedAgainAndNothingIsOrderedTwice() throws Exception {
        DemoRun run = run(Duration.ofMinutes(1));

        run.order();
        system.failures.set(5);
        run.watch();

        assertThat(run.completed()).isTrue();
        assertThat(system.ordered()).isEqualTo(COUNT);
        assertThat(text()).contains("does not answer");
    }

    @Test
    void whatDoesNotEndInTimeIsGivenUpWatching() throws Exception {
        system.end = DeliveryStatus.RECOVERING;
        DemoRun run = run(Duration.ofMillis(200));
        run.order();

        assertThatExceptionOfType(TimeLimit.Exceeded.class).isThrownBy(run::watch);

        assertThat(run.completed()).isFalse();
    }

    @Test
    void aSystemThatIsNotUpIsToldAtOnce() {
        system.close();

        assertThatIOException().isThrownBy(() -> run(Duration.ofMinutes(1)).order());
        assertThat(demo()).isEqualTo(1);
    }

    @Test
    void theCommandSucceedsOnlyIfAllAreCompleted() {
        assertThat(demo()).isZero();
        system.end = DeliveryStatus.REJECTED;
        assertThat(demo()).isEqualTo(1);
        assertThat(demo(0)).isEqualTo(2);
    }

    @Test
    void theReportTellsTimesCarrierAndCost() throws Exception {
        DemoRun run = run(Duration.ofMinutes(1));
        run.order();
        run.watch();
        shown.reset();

        new Report(run.deliveries(), ZoneOffset.UTC).print(out, Duration.ofSeconds(75));

        assertThat(text().lines())
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "delivery-0 +completed +08:00:00 +08:00:01 +08:01:01 +08:02:02 +oerlikon-light-1 +12.34 EUR"))
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("12 deliveries: 12 completed; 12 by drone, 0 by third parties; charged 148.08 EUR"));
        assertThat(text()).contains("median 2 min 02 s, longest 2 min 02 s; watched for 1 min 15 s");
    }

    @Test
    void onATerminalTheProgressIsDrawnOverItself() {
        DemoProgress progress = DemoProgress.on(out, true);

        progress.show(DemoProgress.Moment.of(Duration.ofSeconds(61), 4, List.of(TrackedDelivery.accepted("d")), ""));
        progress.show(
                DemoProgress.Moment.of(Duration.ofSeconds(62), 4, List.of(TrackedDelivery.accepted("d")), "late"));

        assertThat(text())
                .contains("01:01  0 of 4 deliveries ended")
                .contains("pending               1  ██████████")
                .contains("\u001b[8A\u001b[J01:02")
                .contains("late");
    }

    private int demo() {
        return demo(2);
    }

    private int demo(int deliveries) {
        String address = system.address().toString();
        return new CommandLine(new DroneCtl())
                .execute(
                        "demo",
                        "--state",
                        STATE.toString(),
                        "--deliveries-url",
                        address,
                        "--deliveries",
                        "" + deliveries);
    }

    private DemoRun run(Duration most) {
        TimeLimit timeLimit = new TimeLimit(most, Duration.ofMillis(1));
        OrderGenerator customers = new OrderGenerator(FleetPlan.load().bases().values(), 1);
        return new DemoRun(api, timeLimit, DemoProgress.on(out, false), "test", customers.orders(COUNT));
    }

    private String text() {
        return shown.toString(UTF_8);
    }
}
