package io.dronedelivery.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The glossary names the code as it is. */
class GlossaryTest {
    private static final Path GLOSSARY = Repository.ROOT.resolve("docs/glossary.md");
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`\n]+)`");
    /** A type, with its package or its outer type before it; statuses, topics and paths are none. */
    private static final Pattern TYPE = Pattern.compile("([a-z]\\w*\\.)*([A-Z]\\w*\\.)*[A-Z]\\w*[a-z]\\w*");

    private static final List<Source> SOURCES = Repository.files(".java").stream()
            .filter(file -> file.toString().contains("/src/main/"))
            .map(file -> new Source(file.toString().replace(".java", "").replace('/', '.'), Repository.text(file)))
            .toList();

    /** A source file of the repository, by its path with dots. */
    private record Source(String path, String text) {
        boolean declares(String name) {
            List<String> parts = Arrays.asList(name.split("\\."));
            int types = (int) parts.stream()
                    .takeWhile(part -> Character.isLowerCase(part.charAt(0)))
                    .count();
            boolean nestedOnly = parts.size() == 1;
            boolean here = path.endsWith("." + String.join(".", parts.subList(0, types + 1)));
            return (nestedOnly || here) && parts.stream().skip(types).allMatch(this::declaresType);
        }

        private boolean declaresType(String simpleName) {
            return Pattern.compile("\\b(class|interface|record|enum) " + simpleName + "\\b")
                    .matcher(text)
                    .find();
        }
    }

    @Test
    void everyTypeThatTheGlossaryNamesExists() {
        List<String> types = IN_BACKTICKS
                .matcher(Repository.text(GLOSSARY))
                .results()
                .map(found -> found.group(1))
                .filter(TYPE.asMatchPredicate())
                .toList();
        assertThat(types)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(SOURCES).as(type).anyMatch(source -> source.declares(type)));
    }
}
