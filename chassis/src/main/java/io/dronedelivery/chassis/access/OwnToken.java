package io.dronedelivery.chassis.access;

import io.dronedelivery.chassis.failure.Failures;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A token that calls of this process bear. It is had anew after half of its life, and when somebody refuses it. While no new
 * one can be had, the old one serves until it expires.
 */
public final class OwnToken {
    private static final Logger log = Logger.getLogger(OwnToken.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final JwtConsumer READER = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();
    /** Tokens live in real time, whatever the system's clock says. */
    private static final InstantSource REAL_TIME = InstantSource.system();

    /**
     * @param renewAt from then on a new one is asked for
     */
    private record Held(String token, Instant renewAt, Instant expiry) {
        static Held of(String token) {
            try {
                JwtClaims claims = READER.processToClaims(token);
                Instant now = REAL_TIME.instant();
                Instant expiry =
                        Instant.ofEpochSecond(claims.getExpirationTime().getValue());
                Duration left = Duration.between(now, expiry);
                Instant halfway = now.plus(left.dividedBy(2));
                return new Held(token, halfway.isBefore(now.plus(PAUSE)) ? now.plus(PAUSE) : halfway, expiry);
            } catch (InvalidJwtException | MalformedClaimException malformed) {
                throw new IllegalStateException("not a token with an expiry", malformed);
            }
        }
    }

    private final SharedUni<String> renewal;
    private volatile @Nullable Held held;

    /**
     * @param source has a new token, or the same again
     */
    public OwnToken(Supplier<Uni<String>> source) {
        this.renewal = new SharedUni<>(() -> renew(source));
    }

    /** The token. Fails with {@link RemoteFailure} where none can be had. */
    public Uni<String> current() {
        Held known = held;
        return known != null && REAL_TIME.instant().isBefore(known.renewAt())
                ? Uni.createFrom().item(known.token())
                : renewed();
    }

    /** The token after it was asked for anew. Fails with {@link RemoteFailure} where none can be had. */
    public Uni<String> renewed() {
        return renewal.join();
    }

    /** A call that bears the token; it is made once more, with a new one, where the token is refused. */
    public <T> Uni<T> retried(Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .deferred(call::get)
                .onFailure(Failures::tokenRefused)
                .recoverWithUni(() -> renewed().chain(call::get));
    }

    private Uni<String> renew(Supplier<Uni<String>> source) {
        return source.get()
                .map(Held::of)
                .invoke(fresh -> held = fresh)
                .map(Held::token)
                .onFailure()
                .recoverWithUni(this::insteadOfNew);
    }

    private Uni<String> insteadOfNew(Throwable failure) {
        Held known = held;
        if (known == null || REAL_TIME.instant().isAfter(known.expiry())) {
            return Uni.createFrom()
                    .failure(new RemoteFailure("This service has no token of its own just now.", failure));
        }
        log.warnf("no new token, the old one serves until=%s because=%s", known.expiry(), failure);
        held = new Held(known.token(), REAL_TIME.instant().plus(PAUSE), known.expiry());
        return Uni.createFrom().item(known.token());
    }
}
