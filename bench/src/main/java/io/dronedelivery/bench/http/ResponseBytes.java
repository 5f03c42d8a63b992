package io.dronedelivery.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads responses of HTTP/1.1 only as far as a load generator needs: where one ends, and its status. */
final class ResponseBytes {
    /** What is told while the end of the response has not come yet. */
    static final int INCOMPLETE = 0;

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = {'\r', '\n', '0', '\r', '\n', '\r', '\n'};
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *([0-9]+)");
    private static final String CHUNKED = "\r\ntransfer-encoding: chunked";
    private static final int STATUS_AT = 9;
    private static final int STATUS_LENGTH = 3;

    private ResponseBytes() {}

    /**
     * The status of the response, or {@link #INCOMPLETE}. Nothing may follow the response, since the next request is sent
     * only after it.
     *
     * @param bytes begins with the response
     * @param length how many bytes have come so far
     */
    static int status(byte[] bytes, int length) {
        int headLength = indexOf(END_OF_HEAD, bytes, length);
        if (headLength < 0) {
            return INCOMPLETE;
        }
        String head = new String(bytes, 0, headLength, US_ASCII).toLowerCase(Locale.ROOT);
        return isWhole(head, bytes, length)
                ? Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + STATUS_LENGTH))
                : INCOMPLETE;
    }

    private static boolean isWhole(String head, byte[] bytes, int length) {
        int bodyAt = head.length() + END_OF_HEAD.length;
        Matcher told = LENGTH.matcher(head);
        if (told.find()) {
            return length >= bodyAt + Integer.parseInt(told.group(1));
        }
        // The line end before the last chunk is that of the chunk before it, or of the head.
        return !head.contains(CHUNKED) || endsWith(LAST_CHUNK, bytes, length);
    }

    private static int indexOf(byte[] wanted, byte[] bytes, int length) {
        for (int at = 0; at <= length - wanted.length; at++) {
            if (matches(wanted, bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean endsWith(byte[] wanted, byte[] bytes, int length) {
        return length >= wanted.length && matches(wanted, bytes, length - wanted.length);
    }

    private static boolean matches(byte[] wanted, byte[] bytes, int at) {
        for (int each = 0; each < wanted.length; each++) {
            if (bytes[at + each] != wanted[each]) {
                return false;
            }
        }
        return true;
    }
}
