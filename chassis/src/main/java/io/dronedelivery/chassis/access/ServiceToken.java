package io.dronedelivery.chassis.access;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** This service's own token: out of a file that somebody renews, or from a provider, by its client credentials. */
@Singleton
class ServiceToken {

    @Produces
    @Singleton
    OwnToken token(AccessConfig config, Vertx vertx, OidcClient provider) {
        return new OwnToken(config.serviceTokenFile()
                .<Supplier<Uni<String>>>map(file -> () -> TokenFile.read(vertx, file))
                .orElse(() -> provider.getTokens()
                        .map(Tokens::getAccessToken)
                        .onFailure()
                        .transform(ServiceToken::withoutSecrets)));
    }

    /** The client's message has all that the provider answered. */
    private static Throwable withoutSecrets(Throwable failure) {
        return new IllegalStateException(
                "the provider gives no token: " + failure.getClass().getSimpleName());
    }
}
