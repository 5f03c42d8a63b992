package io.dronedelivery.testing.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.Key;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** What no service may accept in the header <code>Authorization</code>, though it claims what a good token claims. */
final class BadTokens {
    private static final RsaJsonWebKey FORGERS_KEY = newKey();

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Grant grant;
    private final String good;
    private final PublicJsonWebKey issuersKey;

    private BadTokens(Grant grant) {
        this.grant = grant;
        this.good = Tokens.of(grant);
        this.issuersKey = issuersKey(good);
    }

    /** The values of the header, by what is wrong with them. */
    static Map<String, String> of(Grant grant) {
        BadTokens tokens = new BadTokens(grant);
        tokens.notTokens();
        tokens.wrongClaims();
        tokens.notSigned();
        tokens.signedByAForger();
        tokens.signedByThePublicKey();
        return tokens.headers;
    }

    private void add(String what, String token) {
        headers.put(what, "Bearer " + token);
    }

    private void notTokens() {
        headers.put("nothing", "");
        headers.put("another scheme", "Basic YW5uOmFubg==");
        headers.put("a token without its scheme", good);
        for (String text : List.of("", "x", "..", "a.b.c", "null", "x".repeat(4_000))) {
            add("no token but " + text, text);
        }
    }

    private void wrongClaims() {
        claiming("it has expired", claims -> claims.setExpirationTimeMinutesInTheFuture(-1));
        claiming("it never expires", claims -> claims.unsetClaim("exp"));
        claiming("it is not valid yet", claims -> claims.setNotBeforeMinutesInThePast(-10));
        claiming("it is for others", claims -> claims.setAudience("others"));
        claiming("it is for nobody", claims -> claims.unsetClaim("aud"));
        claiming("it says to be of another issuer", claims -> claims.setIssuer("https://others.example"));
        claiming("it says to be of no issuer", claims -> claims.unsetClaim("iss"));
    }

    private void claiming(String what, Consumer<JwtClaims> change) {
        JwtClaims claims = LocalIssuer.claims(grant);
        change.accept(claims);
        add(what, Tokens.issuer().signed(claims));
    }

    private void notSigned() {
        String claims = good.split("\\.", -1)[1];
        for (String algorithm : List.of("none", "None")) {
            String header = "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, issuersKey.getKeyId());
            add("it has the algorithm " + algorithm, base64(header) + "." + claims + ".");
        }
        add("its signature was cut off", good.substring(0, good.lastIndexOf('.') + 1));
        String others = Tokens.of(Grant.drone("another"));
        add(
                "its signature is another token's",
                good.substring(0, good.lastIndexOf('.')) + others.substring(others.lastIndexOf('.')));
    }

    private void signedByAForger() {
        Key key = FORGERS_KEY.getPrivateKey();
        String rs256 = AlgorithmIdentifiers.RSA_USING_SHA256;
        add("a forger signed it under our key's id", signed(rs256, key, forged -> {}));
        add("its key is unknown", signed(rs256, key, forged -> forged.setKeyIdHeaderValue("unheard-of")));
        add("its key has no name", signed(rs256, key, forged -> forged.getHeaders()
                .setStringHeaderValue("kid", null)));
        add("it brings its key along", signed(rs256, key, forged -> forged.setJwkHeader(FORGERS_KEY)));
        add(
                "it says where its key is",
                signed(rs256, key, forged -> forged.setHeader("jku", "http://localhost:1/keys")));
    }

    /** Who takes the algorithm from the token takes the published key for a shared secret. */
    private void signedByThePublicKey() {
        byte[] der = issuersKey.getPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
        String jwk = issuersKey.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        Map.of("DER", der, "PEM", pem.getBytes(UTF_8), "JWK", jwk.getBytes(UTF_8))
                .forEach((form, secret) -> add(
                        "its secret is our public key as " + form,
                        signed(AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(secret), forged -> {})));
    }

    private String signed(String algorithm, Key key, Consumer<JsonWebSignature> change) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(LocalIssuer.claims(grant).toJson());
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKey(key);
        signature.setKeyIdHeaderValue(issuersKey.getKeyId());
        change.accept(signature);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The published key that the token is signed by. */
    private static PublicJsonWebKey issuersKey(String token) {
        try {
            JsonWebSignature signature = (JsonWebSignature) JsonWebSignature.fromCompactSerialization(token);
            String published = Files.readString(Tokens.issuer().publishedKeys());
            return (PublicJsonWebKey)
                    new JsonWebKeySet(published).findJsonWebKey(signature.getKeyIdHeaderValue(), null, null, null);
        } catch (JoseException malformed) {
            throw new IllegalStateException(malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RsaJsonWebKey newKey() {
        try {
            return RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
