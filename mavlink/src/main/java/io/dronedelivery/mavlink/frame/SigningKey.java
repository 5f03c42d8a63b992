package io.dronedelivery.mavlink.frame;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The secret that a drone and its receiver share: 32 bytes. It never tells what it is. */
public final class SigningKey {
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{64}");

    private final byte[] bytes;

    private SigningKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The key of these 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if they are none
     */
    public static SigningKey ofHex(String digits) {
        if (!HEX.matcher(digits).matches()) {
            throw new IllegalArgumentException("a key has 64 hexadecimal digits"); // quoting none of them
        }
        return new SigningKey(HexFormat.of().parseHex(digits));
    }

    /** The first 6 bytes of the SHA-256 of the key and these bytes. */
    byte[] sign(ByteBuffer signed) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        digest.update(signed);
        return Arrays.copyOf(digest.digest(), Signature.VALUE_LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
