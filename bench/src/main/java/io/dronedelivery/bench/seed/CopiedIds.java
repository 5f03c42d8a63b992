package io.dronedelivery.bench.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ids that belong to one delivery alone: UUIDs and the tags of packages. Each is another one in each copy, which follows
 * from it and from the copy's number by MD5, in Java as in SQL.
 */
public final class CopiedIds {
    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TAG_FORM = "DD(?:-[0-9A-Z]{4}){3}-[0-9A-Z]";
    private static final Pattern ID = Pattern.compile(UUID_FORM + "|" + TAG_FORM);

    private CopiedIds() {}

    /** The UUID that a UUID is replaced by in the copy of that number. */
    public static String copy(String uuid, int number) {
        ByteBuffer digest = ByteBuffer.wrap(md5(uuid + number));
        return new UUID(digest.getLong(), digest.getLong()).toString();
    }

    /** Whether a text has such an id, so that it is another one in each copy. */
    public static boolean areIn(String text) {
        return ID.matcher(text).find();
    }

    /** All such ids in a text. */
    static Set<String> in(String text) {
        return ID.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The SQL expression of a text in which each id is that of the copy <code>n</code>. */
    static String sql(String text, Set<String> ids) {
        String expression = text;
        for (String id : ids) {
            expression = "replace(%s, '%s', %s)".formatted(expression, id, copied(id));
        }
        return expression;
    }

    private static String copied(String id) {
        return id.matches(UUID_FORM)
                ? "md5('%s' || n)::uuid::text".formatted(id)
                : "'DD-' || upper(left(md5('%s' || n), 16))".formatted(id);
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }
}
