package io.dronedelivery.system.observability;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An expression of PromQL. */
record Expression(String text) {
    /** Matchers of labels, ranges, strings, and the labels that something is grouped or matched by. */
    private static final Pattern NO_SERIES = Pattern.compile(
            "\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    /** A name that is no function's. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.$:])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

    private static final Set<String> OPERATORS =
            Set.of("and", "or", "unless", "bool", "offset", "group_left", "group_right");

    /** The names of the series that it reads. */
    Set<String> series() {
        return NAME.matcher(NO_SERIES.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !OPERATORS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
