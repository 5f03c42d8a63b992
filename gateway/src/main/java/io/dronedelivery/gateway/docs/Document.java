package io.dronedelivery.gateway.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A file that stays as it is for as long as the gateway runs. */
final class Document {
    private static final int TAG_BYTES = 12;

    private final String mediaType;
    private final byte[] plain;
    private final byte[] compressed;
    private final String tag;

    private Document(String mediaType, byte[] plain) {
        this.mediaType = mediaType;
        this.plain = plain;
        this.compressed = compressed(plain);
        this.tag = tag(plain);
    }

    static Document of(String mediaType, byte[] content) {
        return new Document(mediaType, content);
    }

    static Document of(String mediaType, String content) {
        return new Document(mediaType, content.getBytes(UTF_8));
    }

    /** The media type, for the header <code>Content-Type</code>. */
    String mediaType() {
        return mediaType;
    }

    /** Its bytes; with the content coding <code>gzip</code>, or without any. */
    byte[] bytes(boolean gzip) {
        return gzip ? compressed : plain;
    }

    /** Differs as soon as a byte does: the header <code>ETag</code>, weak since both codings have the same. */
    String tag() {
        return tag;
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String tag(byte[] plain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
