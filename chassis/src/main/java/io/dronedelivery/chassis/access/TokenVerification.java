package io.dronedelivery.chassis.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.Key;
import java.util.Optional;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies tokens as SmallRye JWT does (signature, algorithm, issuer, audience, expiry), by keys of our {@link SigningKeys}:
 * SmallRye's own key cache would not look again for a key that it does not know. Times are real ones, whatever the
 * system's clock says.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenVerification extends JWTCallerPrincipalFactory {
    private final DefaultJWTTokenParser parser;
    private final SigningKeys keys;
    private final VerifiedTokens known;

    TokenVerification(SigningKeys keys, VerifiedTokens known) {
        this.keys = keys;
        this.known = known;
        this.parser = new DefaultJWTTokenParser() {
            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo info) {
                return (signature, _) -> key(signature);
            }
        };
    }

    private Key key(JsonWebStructure signed) throws UnresolvableKeyException {
        return keys.find(String.valueOf(signed.getKeyIdHeaderValue()))
                .orElseThrow(() -> new UnresolvableKeyException("no such key"));
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo info) throws ParseException {
        Optional<JWTCallerPrincipal> caller = known.find(token);
        return caller.isPresent() ? caller.get() : verify(token, info);
    }

    private JWTCallerPrincipal verify(String token, JWTAuthContextInfo info) throws ParseException {
        JwtContext verified = parser.parse(token, info);
        JsonWebStructure signed = verified.getJoseObjects().getFirst();
        JWTCallerPrincipal caller =
                new DefaultJWTCallerPrincipal(token, signed.getHeader("typ"), verified.getJwtClaims());
        known.add(caller, signed.getKeyIdHeaderValue(), signed.getKey());
        return caller;
    }
}
