package io.dronedelivery.system.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.system.Repository;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules, dashboards and docs name the same metrics and alerts. */
class RulesAndDashboardsTest {
    private static final Pattern METRIC =
            Pattern.compile("^\\| `(?<name>\\w+)` \\|(?:[^|]*\\|){3}(?<readers>[^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern SECTION = Pattern.compile("^## (\\w+)$", Pattern.MULTILINE);
    private static final Pattern IN_A_TEST = Pattern.compile("alertname=\"(\\w+)\"");

    private final Rules rules = Rules.read();

    @Test
    void anExpressionReadsSeriesAndNeitherFunctionsNorLabels() {
        Expression expression = new Expression("""
                sum by (le, job) (rate(a_seconds_bucket{uri=~"/b.*"}[5m])) / on (job) group_left c:d:rate5m offset 1h
                  > 14.4 * e or vector(0)""");

        assertThat(expression.series()).containsExactlyInAnyOrder("a_seconds_bucket", "c:d:rate5m", "e");
    }

    @Test
    void theDocumentNamesTheMetricsThatAreReadAndWhoReadsEach() {
        Map<String, Set<String>> documented = new TreeMap<>();
        METRIC.matcher(Repository.text(Repository.ROOT.resolve("docs/metrics.md")))
                .results()
                .forEach(row -> documented.put(row.group("name"), readers(row)));

        assertThat(documented).isEqualTo(Readers.all().byMetric());
    }

    private static Set<String> readers(MatchResult row) {
        return new TreeSet<>(Arrays.asList(row.group("readers").strip().split(", ")));
    }

    @Test
    void whatIsRecordedIsRead() {
        Set<String> read = rules.all().stream()
                .flatMap(rule -> Rules.series(rule).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Dashboard.all().forEach(dashboard -> read.addAll(dashboard.series()));

        assertThat(read).containsAll(rules.recorded());
        assertThat(read).filteredOn(name -> name.contains(":")).isSubsetOf(rules.recorded());
    }

    @Test
    void anAlertTellsHowUrgentItIsAndWhatItMeansAndToDo() {
        assertThat(rules.alerts()).isNotEmpty().allSatisfy(alert -> {
            String name = name(alert);
            assertThat(alert.at("/labels/severity").asText()).as(name).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).as(name).isNotEmpty();
            assertThat(alert.at("/annotations/runbook_url").asText())
                    .isEqualTo("docs/runbooks.md#" + name.toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void eachAlertHasARunbookAndEachRunbookAnAlert() {
        String runbooks = Repository.text(Repository.ROOT.resolve("docs/runbooks.md"));
        assertThat(SECTION.matcher(runbooks).results().map(section -> section.group(1)))
                .containsExactlyElementsOf(alertNames());
        assertThat(runbooks.split("\n## ")).hasSize(alertNames().size() + 1).satisfies(sections -> assertThat(
                        Arrays.stream(sections).skip(1))
                .allSatisfy(section -> assertThat(section).contains("**Means**", "**Look**", "**Fix**")));
    }

    @Test
    void eachAlertHasATest() {
        String tests = List.of("alerts-test.yaml", "objectives-test.yaml").stream()
                .map(file -> Repository.text(Rules.FOLDER.resolve("tests").resolve(file)))
                .collect(Collectors.joining());
        assertThat(IN_A_TEST.matcher(tests).results().map(test -> test.group(1)).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(alertNames());
    }

    @Test
    void eachDashboardIsBroughtAndEachPanelSaysWhatItShowsInWhichUnit() {
        List<Dashboard> dashboards = Dashboard.all();
        assertThat(dashboards)
                .hasSize(Dashboard.files())
                .extracting(dashboard -> dashboard.json().path("uid").asText())
                .doesNotHaveDuplicates();
        assertThat(dashboards.stream().flatMap(dashboard -> dashboard.panels().stream()))
                .isNotEmpty()
                .allSatisfy(panel -> {
                    assertThat(panel.path("title").asText()).isNotEmpty();
                    assertThat(panel.path("description").asText()).isNotEmpty();
                    assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotEmpty();
                    assertThat(panel.path("targets")).isNotEmpty();
                });
    }

    private List<String> alertNames() {
        return rules.alerts().stream()
                .map(RulesAndDashboardsTest::name)
                .distinct()
                .toList();
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asText();
    }
}
