package io.dronedelivery.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps the house in order, checked instead of asked for. */
class TidyTest {
    private static final int LINES_MAX = 300;
    private static final List<String> SERVICES = List.of(
            "ingestion", "scheduler", "accounting", "packaging", "drone", "transport", "delivery", "supervisor");
    private static final Pattern NAMES_THAT_SAY_NOTHING =
            Pattern.compile("(Impl|Utils?|Helper|Manager|Dto|Base|Common)\\.java$");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern SLEEPS = Pattern.compile("Thread\\.sleep|TimeUnit\\.[A-Z]+\\.sleep");
    private static final Pattern RELATIVE_LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#]+)");

    @Test
    void noFileIsTooLongToRead() {
        assertThat(Repository.files(".java"))
                .allSatisfy(file ->
                        assertThat(Repository.text(file).lines().count()).isLessThanOrEqualTo(LINES_MAX));
    }

    @Test
    void noNameSaysNothing() {
        assertThat(Repository.files(".java"))
                .noneMatch(
                        file -> NAMES_THAT_SAY_NOTHING.matcher(file.toString()).find());
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(Stream.of(".java", ".sql", ".properties", ".sh", ".md")
                        .flatMap(ending -> Repository.files(ending).stream()))
                .filteredOn(file -> !file.endsWith("TidyTest.java"))
                .noneMatch(file -> UNFINISHED.matcher(Repository.text(file)).find());
    }

    @Test
    void noTestWaitsForAFixedTime() {
        assertThat(Repository.files(".java"))
                .filteredOn(file -> file.toString().contains("/src/test/") && !file.endsWith("TidyTest.java"))
                .noneMatch(file -> SLEEPS.matcher(Repository.text(file)).find());
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        assertThat(Repository.files(".java").stream()
                        .filter(file -> file.toString().contains("/src/main/"))
                        .map(Path::getParent)
                        .distinct())
                .allSatisfy(folder -> assertThat(Repository.text(folder.resolve("package-info.java")))
                        .startsWith("/**")
                        .contains("@NullMarked"));
    }

    @Test
    void everyServiceSaysWhatItStoresTakesAndPublishes() {
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(Repository.text(Repository.ROOT.resolve(service, "README.md")))
                        .contains("**Stores**")
                        .containsAnyOf("**Serves**", "**Consumes**")
                        .contains("**Publishes**"));
    }

    @Test
    void everyServiceWithIncomingChannelsIsTriedWithMalformedRecords() {
        List<Path> modules = Repository.files(".java").stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .filter(file -> Repository.text(file).contains("@Incoming("))
                .map(file ->
                        Repository.ROOT.resolve(Repository.ROOT.relativize(file).getName(0)))
                .distinct()
                .toList();
        assertThat(modules).isNotEmpty().allSatisfy(module -> assertThat(Repository.files(".java"))
                .filteredOn(file -> file.startsWith(module.resolve("src/test")))
                .as("tests of " + module)
                .anyMatch(file -> Repository.text(file).contains("extends IncomingChannelsContract")));
    }

    /** What is set of a channel stays with the services that have the channel. */
    @Test
    void noSettingIsRepeatedThatTheChassisCouldHold() throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (String service : SERVICES) {
            Properties own = new Properties();
            own.load(new StringReader(
                    Repository.text(Repository.ROOT.resolve(service, "src/main/resources/application.properties"))));
            own.forEach((key, value) -> {
                String setting = key + "=" + value;
                assertThat(setting.startsWith("mp.messaging.incoming.") ? null : settings.put(setting, service))
                        .as(setting + " of " + service)
                        .isNull();
            });
        }
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() {
        assertThat(Repository.files(".md")).allSatisfy(file -> assertThat(RELATIVE_LINK
                        .matcher(Repository.text(file))
                        .results()
                        .map(link -> file.resolveSibling(link.group(1))))
                .allSatisfy(target -> assertThat(Files.exists(target))
                        .as(file + " → " + target)
                        .isTrue()));
    }
}
