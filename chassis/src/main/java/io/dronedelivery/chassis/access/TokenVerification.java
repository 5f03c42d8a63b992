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
import org.jose4j.jwt.consumer.JwtContext;
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

    TokenVerification(SigningKeys keys) {
        VerificationKeyResolver resolver = (signature, _) -> keys.find(String.valueOf(signature.getKeyIdHeaderValue()))
                .orElseThrow(() -> new UnresolvableKeyException("no such key"));
        this.parser = new DefaultJWTTokenParser() {
            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo info) {
                return resolver;
            }
        };
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo info) throws ParseException {
        JwtContext verified = parser.parse(token, info);
        String type = verified.getJoseObjects().getFirst().getHeader("typ");
        return new DefaultJWTCallerPrincipal(token, type, verified.getJwtClaims());
    }
}
