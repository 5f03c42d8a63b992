package io.dronedelivery.issuer;

import io.dronedelivery.contracts.access.Claim;
import java.nio.file.Path;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Issues tokens on this machine, where there is no OpenID Connect provider: JSON Web Tokens (RFC 7519), signed by RS256. */
public final class LocalIssuer {
    /** Who issues the tokens, and whom they are for. */
    public static final String NAME = "drone-delivery";

    private final KeyFiles keys;

    private LocalIssuer(KeyFiles keys) {
        this.keys = keys;
    }

    /** The issuer whose keys are in that folder; they are made if there are none. */
    public static LocalIssuer in(Path folder) {
        KeyFiles keys = new KeyFiles(folder);
        keys.create();
        return new LocalIssuer(keys);
    }

    /** The file of the public keys, which services read. */
    public Path publishedKeys() {
        return keys.published();
    }

    /** Signs with the next key from now on. Tokens of the present key stay good until the next rotation. */
    public void rotate() {
        keys.rotate();
    }

    /** The ids of the published keys, the oldest first. */
    public List<String> keyIds() {
        return keys.ids();
    }

    /** A token. */
    public String token(Grant grant) {
        return signed(claims(grant));
    }

    /** What a token for that claims. */
    public static JwtClaims claims(Grant grant) {
        NumericDate now = NumericDate.now();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(NAME);
        claims.setIssuedAt(now);
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.getValue() + grant.lifetime().toSeconds()));
        claims.setSubject(grant.subject());
        claims.setStringClaim(Claim.SCOPE, grant.scope());
        if (grant.account() != null) {
            claims.setStringClaim(Claim.ACCOUNT, grant.account());
        }
        return claims;
    }

    /** A token that claims that, signed by the key of the present. */
    public String signed(JwtClaims claims) {
        PublicJsonWebKey key = keys.signing();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes a token into a file that only its owner may read. */
    public void write(Grant grant, Path file) {
        SecretFile.write(file, token(grant));
    }
}
