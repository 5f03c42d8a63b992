package io.dronedelivery.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Figure RATE = new Figure("deliveries", "per s");
    private static final Figure CPU = new Figure("CPU, delivery", "ms per delivery");
    private static final Machine MACHINE = new Machine(2, 24_000, "Linux", "25");

    @Test
    void everyFigureIsALineWithItsMedianAndSpread() {
        List<Map<Figure, Double>> rounds =
                List.of(Map.of(RATE, 31.25), Map.of(RATE, 29.0), Map.of(RATE, 34.0, CPU, 7.125));

        Report report = new Report("bench", MACHINE, List.of("steady"), List.of(), Report.rows(rounds));

        assertThat(text(report).lines())
                .contains(
                        "bench",
                        "2 cores, 24,000 MiB of memory, Linux, JDK 25",
                        "steady",
                        "| deliveries                               | per s              |      31.3 |      29.0 |      34.0 |",
                        "| CPU, delivery                            | ms per delivery    |      7.13 |      7.13 |      7.13 |");
    }

    @Test
    void numbersHaveThreeDigitsThatCount() {
        assertThat(Report.number(0.01234)).isEqualTo("0.012");
        assertThat(Report.number(3.14159)).isEqualTo("3.14");
        assertThat(Report.number(31.4159)).isEqualTo("31.4");
        assertThat(Report.number(22_314.159)).isEqualTo("22,314");
    }

    @Test
    void itIsJsonToo() {
        Report report = new Report("bench", MACHINE, List.of(), List.of(), Report.rows(List.of(Map.of(RATE, 30.0))));

        assertThat(Json.text(report))
                .isEqualTo("{\"title\":\"bench\","
                        + "\"machine\":{\"cores\":2,\"memoryMiB\":24000,\"system\":\"Linux\",\"jdk\":\"25\"},\"notes\":[],\"comparisons\":[],"
                        + "\"rows\":[{\"figure\":{\"name\":\"deliveries\",\"unit\":\"per s\"},"
                        + "\"median\":30.0,\"min\":30.0,\"max\":30.0}]}");
    }

    private static String text(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, UTF_8));
        return bytes.toString(UTF_8);
    }
}
