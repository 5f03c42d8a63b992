package io.dronedelivery.testing.openapi;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A path that is described. Of two that match, the one with fewer parameters comes first.
 *
 * @param template the path with its parameters in braces
 */
record Route(String template) implements Comparable<Route> {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    boolean matches(String path) {
        return path.matches(PARAMETER.matcher(template).replaceAll("[^/]+"));
    }

    /** The JSON Pointer to the operation of that method. */
    String pointer(String method) {
        return "/paths/" + escaped(template) + "/" + method.toLowerCase(Locale.ROOT);
    }

    /** A name as a part of a JSON Pointer (RFC 6901). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private long parameters() {
        return PARAMETER.matcher(template).results().count();
    }

    @Override
    public int compareTo(Route other) {
        return Comparator.comparingLong(Route::parameters)
                .thenComparing(Route::template)
                .compare(this, other);
    }
}
