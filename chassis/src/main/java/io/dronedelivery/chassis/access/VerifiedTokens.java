package io.dronedelivery.chassis.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens that were verified, so that their signatures are not verified again at each request. A token is known until it
 * expires, or until its key is withdrawn or replaced. It stays in memory until others need its room.
 */
@Singleton
class VerifiedTokens {
    private static final int TOKENS_MAX = 10_000;

    private final SigningKeys keys;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(TOKENS_MAX).build();

    private record Verified(JWTCallerPrincipal caller, String keyId, Key key) {}

    VerifiedTokens(SigningKeys keys) {
        this.keys = keys;
    }

    /** Whose token it is; empty where it has to be verified. */
    Optional<JWTCallerPrincipal> find(String token) {
        return Optional.ofNullable(verified.getIfPresent(token))
                .filter(this::isValid)
                .map(Verified::caller);
    }

    /** Remembers a token that was verified with that key. */
    void add(JWTCallerPrincipal caller, String keyId, Key key) {
        verified.put(caller.getRawToken(), new Verified(caller, keyId, key));
    }

    /** The time in which an expired token is forgiven is left to the verification. */
    private boolean isValid(Verified token) {
        return Instant.now().getEpochSecond() < token.caller().getExpirationTime()
                && keys.find(token.keyId()).filter(token.key()::equals).isPresent();
    }
}
