package io.dronedelivery.system.mutation;

import static java.util.stream.Collectors.joining;

import io.dronedelivery.system.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A mistake that somebody might have made, put into the code. It is kept as a file: what it is, in one line; the source file it is in; which lines
 * it replaces (<code>-</code>) by which (<code>+</code>), indented as you like; and perhaps why it does no harm
 * (<code>=</code>), or the first seed that found it (<code>#</code>), to begin with.
 *
 * @param name the file's, without its ending
 * @param mistake in words
 * @param source the file it is in, from the root of the repository
 * @param edits what it changes there
 * @param coveredBy what else keeps it from doing harm; empty where nothing does
 * @param knownSeed the first seed that found it when it was last searched for; absent where that is soon found again
 */
record Mutant(String name, String mistake, Path source, List<Edit> edits, String coveredBy, OptionalInt knownSeed) {
    private static final String COVERED_BY = "=";
    private static final String KNOWN_SEED = "#";

    /** Lines that must be in the source just once, and what is put in their place. */
    record Edit(List<String> was, List<String> becomes) {}

    static Mutant read(Path file) {
        List<String> lines = Repository.text(file).lines().toList();
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        String coveredBy = lines.stream()
                .filter(line -> line.startsWith(COVERED_BY))
                .map(line -> line.substring(1).strip())
                .collect(joining(" "));
        OptionalInt knownSeed = lines.stream()
                .filter(line -> line.startsWith(KNOWN_SEED))
                .mapToInt(line -> Integer.parseInt(line.substring(1).strip()))
                .findFirst();
        List<String> changed = lines.stream()
                .skip(2)
                .filter(line -> !line.startsWith(COVERED_BY) && !line.startsWith(KNOWN_SEED))
                .toList();
        return new Mutant(name, lines.get(0), Path.of(lines.get(1)), edits(changed), coveredBy, knownSeed);
    }

    private static List<Edit> edits(List<String> lines) {
        List<Edit> edits = new ArrayList<>();
        Edit current = new Edit(new ArrayList<>(), new ArrayList<>());
        for (String line : lines) {
            boolean was = line.startsWith("-");
            if (was && !current.becomes.isEmpty()) {
                edits.add(current);
                current = new Edit(new ArrayList<>(), new ArrayList<>());
            }
            (was ? current.was : current.becomes).add(line.substring(1).strip());
        }
        edits.add(current);
        return edits;
    }

    /** The module and the file, for people. */
    String where() {
        String file = source.getFileName().toString().replace(".java", "");
        return source.getName(0) + ", `" + file + "`" + (inProduction() ? "" : " (its twin in the simulation)");
    }

    /** Whether it is in what runs in production, not in what stands for it in the simulation. */
    boolean inProduction() {
        return source.toString().contains("src/main/");
    }

    /** The name of the class that the source file is for. */
    String className() {
        String path = source.toString();
        String root = "/java/";
        return path.substring(path.indexOf(root) + root.length())
                .replace(".java", "")
                .replace('/', '.');
    }

    /**
     * The source with the mistake in it.
     *
     * @throws IllegalStateException where the source is not as the mutant has it: then the mutant is to be mended
     */
    String mutatedSource() {
        List<String> lines = new ArrayList<>(
                Repository.text(Repository.ROOT.resolve(source)).lines().toList());
        edits.forEach(edit -> apply(edit, lines));
        return String.join("\n", lines);
    }

    private void apply(Edit edit, List<String> lines) {
        List<String> stripped = lines.stream().map(String::strip).toList();
        int length = edit.was.size();
        List<Integer> places = new ArrayList<>();
        for (int from = 0; from + length <= stripped.size(); from++) {
            if (stripped.subList(from, from + length).equals(edit.was)) {
                places.add(from);
            }
        }
        if (places.size() != 1) {
            throw new IllegalStateException("mutant " + name + ": " + places.size() + " times in " + source
                    + ", not once: " + String.join("\n", edit.was));
        }
        List<String> replaced = lines.subList(places.getFirst(), places.getFirst() + length);
        replaced.clear();
        replaced.addAll(edit.becomes);
    }
}
