package io.dronedelivery.ingestion.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes the ids of deliveries and requests. */
final class Ids {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Ids() {}

    /** The UUID that follows from these parts: version 8 (RFC 9562), from their SHA-256. */
    static String of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            // With its length before it, no part can be confused with a piece of the next one.
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return uuid(hash.getLong(), hash.getLong());
    }

    /** Whether it can be an id: a UUID in lower case. */
    static boolean isId(String id) {
        return UUID_FORM.matcher(id).matches();
    }

    private static String uuid(long high, long low) {
        long versioned = (high & ~0xF000L) | (8L << 12);
        long varianted = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(versioned, varianted).toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
