package io.dronedelivery.gateway.route;

import java.util.List;

/**
 * A path, of which some segments may be anything.
 *
 * @param text as it is written: <code>{…}</code> stands for any one segment
 * @param segments what is between its slashes
 */
record PathTemplate(String text, List<String> segments) {

    static PathTemplate of(String text) {
        return new PathTemplate(text, RequestPath.segments(text));
    }

    boolean matches(RequestPath path) {
        if (segments.size() != path.segments().size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!isAny(segments.get(i))
                    && !segments.get(i).equals(path.segments().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How many segments may be anything. */
    int variables() {
        return (int) segments.stream().filter(PathTemplate::isAny).count();
    }

    private static boolean isAny(String segment) {
        return segment.startsWith("{");
    }
}
