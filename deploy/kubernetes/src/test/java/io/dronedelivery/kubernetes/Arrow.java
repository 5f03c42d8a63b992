package io.dronedelivery.kubernetes;

import io.dronedelivery.contracts.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An arrow of the picture in docs/architecture.md.
 *
 * @param topic the topic, if its label is or begins with one; otherwise it is a call
 */
record Arrow(String from, String to, Optional<String> topic) {
    private static final Pattern LINE = Pattern.compile(
            " +(?<from>\\w+)(?:\\(.*\\))? -[-.] (?<label>\"[^\"]+\"|\\S+|[^\"]+?) (?:-->|\\.->) (?<to>.+)");

    /** All arrows of the picture. */
    static List<Arrow> all() throws IOException {
        String text = Files.readString(Manifest.ROOT.resolve("docs/architecture.md"));
        String picture = text.substring(text.indexOf("flowchart LR\n") + "flowchart LR\n".length());
        return picture.substring(0, picture.indexOf("```"))
                .lines()
                .flatMap(Arrow::read)
                .toList();
    }

    private static Stream<Arrow> read(String line) {
        Matcher arrow = LINE.matcher(line);
        if (!arrow.matches()) {
            throw new AssertionError("no arrow: " + line);
        }
        Optional<String> topic = Arrays.stream(Topic.values())
                .map(Topic::topicName)
                .filter(arrow.group("label").replace("\"", "")::startsWith)
                .findFirst();
        return Arrays.stream(arrow.group("to").split(" & "))
                .map(to -> new Arrow(arrow.group("from"), to.replaceAll("\\W.*", ""), topic));
    }
}
