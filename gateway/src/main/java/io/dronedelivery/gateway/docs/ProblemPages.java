package io.dronedelivery.gateway.docs;

import static java.util.stream.Collectors.joining;

import io.dronedelivery.contracts.Json;
import java.net.URI;
import java.util.List;

/** What people and programs read about kinds of problems. */
final class ProblemPages {
    private ProblemPages() {}

    /** A kind of problem as programs read it. */
    private record Explanation(
            URI type, String title, List<Integer> statuses, String meaning, String when, String action) {
        static Explanation of(ProblemKind kind) {
            return new Explanation(
                    kind.path(), kind.title(), kind.statuses(), kind.meaning(), kind.when(), kind.action());
        }
    }

    private record All(List<Explanation> problems) {}

    static byte[] json(ProblemKind kind) {
        return Json.bytes(Explanation.of(kind));
    }

    static byte[] json(List<ProblemKind> kinds) {
        return Json.bytes(new All(kinds.stream().map(Explanation::of).toList()));
    }

    static String html(ProblemKind kind) {
        return Html.page(kind.title(), """
                <p><code>%s</code> HTTP %s</p>
                <h2>What it means</h2>
                <p>%s</p>
                <h2>When it happens</h2>
                <p>%s</p>
                <h2>What to do</h2>
                <p>%s</p>
                <nav><a href="/problems">All problems</a> <a href="/docs">The API</a></nav>
                """.formatted(
                        Html.escape(kind.kind()),
                        statuses(kind),
                        Html.escape(kind.meaning()),
                        Html.escape(kind.when()),
                        Html.escape(kind.action())));
    }

    static String html(List<ProblemKind> kinds) {
        return Html.page(
                "Problems", """
                <p>What an error of this API means, by the <code>type</code> of its problem detail (RFC 9457).</p>
                <table>
                <thead><tr><th>Problem</th><th>HTTP</th><th>What it means</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                <nav><a href="/docs">The API</a></nav>
                """.formatted(kinds.stream().map(ProblemPages::row).collect(joining("\n"))));
    }

    private static String row(ProblemKind kind) {
        return "<tr><td><a href=\"%s\">%s</a></td><td>%s</td><td>%s</td></tr>"
                .formatted(kind.path(), Html.escape(kind.title()), statuses(kind), Html.escape(kind.meaning()));
    }

    private static String statuses(ProblemKind kind) {
        return kind.statuses().stream().map(String::valueOf).collect(joining(", "));
    }
}
