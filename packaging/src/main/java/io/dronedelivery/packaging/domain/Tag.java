package io.dronedelivery.packaging.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Tags as we make them, <code>DD-7K3M-9QX2-B4TH-5</code>: sixty bits that follow from the package's id, in letters and
 * digits that nobody confuses (Crockford's base 32), and a check character (Luhn's, over 32 characters) that betrays
 * every single mistyped one.
 */
final class Tag {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PREFIX = "DD-";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int BITS = 5;

    private Tag() {}

    /** The tag of a package: always the same. */
    static String made(String packageId) {
        long bits = ByteBuffer.wrap(digest(packageId)).getLong();
        StringBuilder characters = new StringBuilder(LENGTH);
        for (int index = 0; index < LENGTH; index++) {
            characters.append(ALPHABET.charAt((int) (bits & (ALPHABET.length() - 1))));
            bits >>>= BITS;
        }
        StringBuilder tag = new StringBuilder(PREFIX);
        for (int index = 0; index < LENGTH; index += GROUP) {
            tag.append(characters, index, index + GROUP).append('-');
        }
        return tag.append(checkCharacter(characters)).toString();
    }

    /** Whether a tag looks like one of ours, but can't be. */
    static boolean mistyped(String tag) {
        if (!tag.startsWith(PREFIX)) {
            return false;
        }
        String characters = tag.substring(PREFIX.length()).replace("-", "");
        return characters.length() != LENGTH + 1
                || characters.chars().anyMatch(character -> ALPHABET.indexOf(character) < 0)
                || checkCharacter(characters.substring(0, LENGTH)) != characters.charAt(LENGTH);
    }

    private static char checkCharacter(CharSequence characters) {
        int base = ALPHABET.length();
        int sum = 0;
        for (int index = 0; index < characters.length(); index++) {
            int value = ALPHABET.indexOf(characters.charAt(index));
            int weighed = index % 2 == 0 ? value : value * 2;
            sum += weighed / base + weighed % base;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }

    private static byte[] digest(String packageId) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(packageId.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
