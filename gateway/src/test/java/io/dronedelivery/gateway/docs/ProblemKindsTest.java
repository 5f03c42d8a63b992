package io.dronedelivery.gateway.docs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of problem that any service answers is explained, and no other. */
class ProblemKindsTest {
    private static final Path ROOT = Path.of("..");
    private static final String OF_PROBLEMS = "Problems.java";
    private static final Pattern MADE = Pattern.compile("Problems\\s*\\.of\\(\\s*([^,;]+),\\s*([^,;]+),");
    private static final Pattern MADE_AT_HOME = Pattern.compile("\\bof\\(\\s*(\\d+),\\s*(\"[A-Z_]+\"),");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z_]+)\"");

    /** Those whose name is put together, or whose status is not a number, by the sources that do. */
    private static final Map<String, List<Found>> BY_HAND = Map.of(
            "ProblemMappers.java",
            List.of( // what Quarkus REST refuses
                    new Found("BAD_REQUEST", 400),
                    new Found("METHOD_NOT_ALLOWED", 405),
                    new Found("NOT_ACCEPTABLE", 406),
                    new Found("UNSUPPORTED_MEDIA_TYPE", 415)),
            "FailureProblems.java",
            List.of(new Found("NOT_YET", 409), new Found("UNAVAILABLE", 503), new Found("INTERNAL_ERROR", 500)),
            "DeadLetterResource.java",
            List.of(
                    new Found("ALREADY_REPLAYED", 409),
                    new Found("ALREADY_DISCARDED", 409),
                    new Found("NOT_READABLE", 409)),
            "PassThrough.java",
            List.of(new Found("BAD_REQUEST", 400)),
            "ProblemKind.java",
            List.of());

    private record Found(String kind, int status) {}

    @Test
    void everyKindThatAServiceAnswersHasAPageAndEveryPageAKind() {
        Map<String, Set<Integer>> explained = ProblemKinds.read().stream()
                .collect(toMap(
                        ProblemKind::kind, kind -> new TreeSet<>(kind.statuses()), (one, _) -> one, TreeMap::new));

        assertThat(explained)
                .as("META-INF/docs/problems.yaml, against the sources of all services")
                .isEqualTo(Stream.concat(refusals(), inSources())
                        .collect(groupingBy(
                                Found::kind, TreeMap::new, mapping(Found::status, toCollection(TreeSet::new)))));
    }

    @Test
    void everyKindIsExplainedOnceInSentences() {
        assertThat(ProblemKinds.read()).extracting(ProblemKind::kind).doesNotHaveDuplicates();
        assertThat(ProblemKinds.read())
                .allSatisfy(kind -> assertThat(List.of(kind.meaning(), kind.when(), kind.action()))
                        .allMatch(text -> text.endsWith(".")));
    }

    private static Stream<Found> refusals() {
        return Stream.of(Refusal.values())
                .map(code -> new Found(code.name(), Problems.of(code, "").status()));
    }

    private static Stream<Found> inSources() {
        return modules()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(ProblemKindsTest::javaFiles)
                .flatMap(ProblemKindsTest::madeIn);
    }

    /** The folders of the project, and the folders in these. */
    private static Stream<Path> modules() {
        return folders(ROOT).flatMap(folder -> Stream.concat(Stream.of(folder), folders(folder)));
    }

    private static Stream<Path> folders(Path in) {
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(Files::isDirectory).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> javaFiles(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Found> madeIn(Path file) {
        String name = file.getFileName().toString();
        String source = read(file);
        Stream<Found> byHand = BY_HAND.getOrDefault(name, List.of()).stream();
        Pattern made = name.equals(OF_PROBLEMS) ? MADE_AT_HOME : MADE;
        return Stream.concat(
                byHand,
                made.matcher(source)
                        .results()
                        .filter(call -> isKind(call.group(1)))
                        .flatMap(call -> found(call, name)));
    }

    /** Whether a call gives a status, and not a refusal. */
    private static boolean isKind(String first) {
        return !first.contains("Refusal.") && !first.equals("code");
    }

    private static Stream<Found> found(MatchResult call, String source) {
        var literal = LITERAL.matcher(call.group(2).strip());
        if (literal.matches() && call.group(1).strip().matches("\\d+")) {
            return Stream.of(
                    new Found(literal.group(1), Integer.parseInt(call.group(1).strip())));
        }
        assertThat(BY_HAND)
                .as(
                        "%s answers a kind that is no literal: %s. Name the kinds here, with their status",
                        source, call.group())
                .containsKey(source);
        return Stream.of();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
