package io.dronedelivery.gateway.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path that means the same to everybody who reads it: without empty segments, dots, parameters, and encoded characters that
 * somebody might take for more than text.
 *
 * @param segments what is between the slashes, as it came
 */
record RequestPath(List<String> segments) {
    private static final Pattern SEGMENT = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})+");
    private static final Pattern DOTS = Pattern.compile("\\.{1,2}");
    private static final Pattern ENCODED_DOT = Pattern.compile("%2[eE]");
    private static final String TAKEN_FOR_MORE = "/\\;%?#";

    /** The path of a request; empty where it can be read in two ways. */
    static Optional<RequestPath> of(String raw) {
        if (!raw.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = segments(raw);
        return segments.stream().allMatch(RequestPath::plain)
                ? Optional.of(new RequestPath(segments))
                : Optional.empty();
    }

    /** What is between the slashes of a path that begins with one. */
    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static boolean plain(String segment) {
        return SEGMENT.matcher(segment).matches()
                && !DOTS.matcher(segment).matches()
                && !ENCODED_DOT.matcher(segment).find()
                && (segment.indexOf('%') < 0 || decoded(segment).chars().allMatch(RequestPath::text));
    }

    private static boolean text(int character) {
        return !Character.isISOControl(character) && character != '\uFFFD' && TAKEN_FOR_MORE.indexOf(character) < 0;
    }

    /** Has U+FFFD where the bytes are no UTF-8. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
