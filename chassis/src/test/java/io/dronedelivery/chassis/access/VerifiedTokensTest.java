package io.dronedelivery.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.nio.file.Path;
import java.security.Key;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedTokensTest {
    private final KeysOfFolder read;
    private final VerifiedTokens verified;
    private final String keyId;
    private final Key key;

    VerifiedTokensTest(@TempDir Path folder) {
        read = new KeysOfFolder(folder);
        verified = new VerifiedTokens(read.keys());
        keyId = read.issuer().keyIds().getFirst();
        key = read.keys().find(keyId).orElseThrow();
    }

    @AfterEach
    void close() {
        read.close();
    }

    private static JWTCallerPrincipal caller(String token, int secondsLeft) {
        JwtClaims claims = new JwtClaims();
        NumericDate expiry = NumericDate.now();
        expiry.addSeconds(secondsLeft);
        claims.setExpirationTime(expiry);
        return new DefaultJWTCallerPrincipal(token, "JWT", claims);
    }

    @Test
    void aTokenIsKnownOnceItWasVerified() {
        JWTCallerPrincipal caller = caller("a.b.c", 60);
        verified.add(caller, keyId, key);

        assertThat(verified.find("a.b.c")).containsSame(caller);
        assertThat(verified.find("a.b.d")).isEmpty();
    }

    @Test
    void anExpiredTokenIsNotKnown() {
        verified.add(caller("a.b.c", -1), keyId, key);

        assertThat(verified.find("a.b.c")).isEmpty();
    }

    @Test
    void aTokenOfAWithdrawnKeyIsNotKnown() {
        verified.add(caller("a.b.c", 60), keyId, key);

        read.withdrawAll();

        assertThat(verified.find("a.b.c")).isEmpty();
    }
}
