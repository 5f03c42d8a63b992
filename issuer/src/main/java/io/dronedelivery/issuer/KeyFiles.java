package io.dronedelivery.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * The keys of an issuer, in files that only their owner may read: the private ones, and the key set that services read
 * (RFC 7517). The last key is published before anything is signed with it; the last but one signs.
 */
record KeyFiles(Path folder) {
    private static final int BITS = 2048;
    private static final int PUBLISHED_MAX = 3; // the one before, so that its tokens last; the one that signs; the next

    Path published() {
        return folder.resolve("keys.json");
    }

    private Path secret() {
        return folder.resolve("private-keys.json");
    }

    /** Makes two keys, unless there are some. */
    void create() {
        if (!Files.exists(secret())) {
            write(List.of(newKey(), newKey()));
        }
    }

    /** From now on the next key signs. The oldest is withdrawn where there are three already. */
    void rotate() {
        List<JsonWebKey> keys = new ArrayList<>(read());
        keys.add(newKey());
        write(keys.subList(Math.max(0, keys.size() - PUBLISHED_MAX), keys.size()));
    }

    /** The key that signs. */
    PublicJsonWebKey signing() {
        List<JsonWebKey> keys = read();
        return (PublicJsonWebKey) keys.get(keys.size() - 2);
    }

    /** The ids of the published keys, the oldest first. */
    List<String> ids() {
        return read().stream().map(JsonWebKey::getKeyId).toList();
    }

    private List<JsonWebKey> read() {
        try {
            return new JsonWebKeySet(Files.readString(secret())).getJsonWebKeys();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("keys not readable: " + secret(), unreadable);
        } catch (JoseException malformed) {
            throw new IllegalStateException("keys malformed: delete " + folder + " to have new ones", malformed);
        }
    }

    private static JsonWebKey newKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256").substring(0, 8));
            key.setUse(Use.SIGNATURE);
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public keys first: nothing is signed by a key that nobody can find. */
    private void write(List<JsonWebKey> keys) {
        JsonWebKeySet set = new JsonWebKeySet(keys);
        SecretFile.write(published(), set.toJson(OutputControlLevel.PUBLIC_ONLY));
        SecretFile.write(secret(), set.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }
}
