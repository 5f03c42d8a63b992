package io.dronedelivery.chassis.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.chassis.http.ProblemAnswers;
import io.dronedelivery.contracts.Json;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Authenticates requests by bearer tokens (RFC 6750). Looks for a token's key before the token is verified with it. */
@Alternative
@Priority(1)
@Singleton
class BearerTokens implements HttpAuthenticationMechanism {
    private static final Logger log = Logger.getLogger(BearerTokens.class);
    private static final String SCHEME = "Bearer ";

    private final JWTAuthMechanism mechanism;
    private final SigningKeys keys;
    private final VerifiedTokens verified;
    private final ProblemAnswers answers;

    BearerTokens(JWTAuthMechanism mechanism, SigningKeys keys, VerifiedTokens verified, ProblemAnswers answers) {
        this.mechanism = mechanism;
        this.keys = keys;
        this.verified = verified;
        this.answers = answers;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        return keyAtHand(exchange)
                .chain(() -> mechanism.authenticate(exchange, identities))
                .onFailure()
                .invoke(failure -> {
                    challengeBy(exchange);
                    Challenge.remember(exchange, failure);
                })
                // From here on as a request without a token, so that one place refuses both.
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    /** The mechanism that was given the token has noted itself down, and would send a second challenge. */
    private void challengeBy(RoutingContext exchange) {
        exchange.put(HttpAuthenticationMechanism.class.getName(), this);
    }

    private Uni<Void> keyAtHand(RoutingContext exchange) {
        return token(exchange)
                .filter(token -> verified.find(token).isEmpty())
                .flatMap(BearerTokens::keyId)
                .filter(id -> keys.find(id).isEmpty())
                .map(_ -> keys.reread().onFailure().transform(BearerTokens::keysMissing))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Throwable keysMissing(Throwable failure) {
        log.warnf("request not authenticated: keys of tokens not read because=%s", failure);
        return new AuthenticationFailedException(new KeysUnavailable());
    }

    private static Optional<String> token(RoutingContext exchange) {
        return Optional.ofNullable(exchange.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    /** The id of the key that signed the token; empty where the token is not readable. */
    private static Optional<String> keyId(String token) {
        try {
            byte[] tokenHeader = Base64.getUrlDecoder().decode(token.substring(0, Math.max(0, token.indexOf('.'))));
            JsonNode header = Json.read(new String(tokenHeader, UTF_8), JsonNode.class);
            return Optional.ofNullable(header.path("kid").textValue());
        } catch (IllegalArgumentException | UncheckedIOException notAToken) {
            return Optional.empty();
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().item(Challenge.of(exchange).data());
    }

    /** Also answers with a problem detail, which Quarkus would not. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext exchange) {
        Challenge.of(exchange).send(exchange.response(), answers);
        return Uni.createFrom().item(true);
    }
}
