package io.dronedelivery.contracts.asyncapi;

import static java.util.stream.Collectors.joining;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.StartElementTree;
import java.util.Arrays;
import java.util.List;

/** Writes a comment of the sources as Markdown. */
final class PlainComment {
    private static final String PARAGRAPH = "\n\n";
    private static final String CODE = "`";

    private PlainComment() {}

    static String of(List<? extends DocTree> comment) {
        String text = comment.stream().map(PlainComment::of).collect(joining());
        return Arrays.stream(text.split(PARAGRAPH, -1))
                .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .map(PlainComment::capitalized)
                .collect(joining(PARAGRAPH));
    }

    private static String of(DocTree part) {
        return switch (part) {
            case StartElementTree element -> element.getName().contentEquals("p") ? PARAGRAPH : CODE;
            case EndElementTree element -> element.getName().contentEquals("p") ? "" : CODE;
            case LinkTree link -> CODE + simple(link.getReference().getSignature()) + CODE;
            // a comment's paragraphs are told by their elements, not by its lines
            default -> part.toString().replace('\n', ' ');
        };
    }

    private static String simple(String signature) {
        return signature.replaceFirst("^#", "").replace('#', '.');
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
