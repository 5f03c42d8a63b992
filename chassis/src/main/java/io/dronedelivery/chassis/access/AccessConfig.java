package io.dronedelivery.chassis.access;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** Whose tokens are trusted, and which token this service has. */
@ConfigMapping(prefix = "access")
interface AccessConfig {
    /** The file or URL of the JSON Web Key Set with the issuer's public keys. */
    String keys();

    /** After so long the keys are read again, so that a withdrawn one is forgotten. */
    Duration keysRefresh();

    /** So long is waited between two readings of the keys, however many tokens name an unknown one. */
    Duration keysPause();

    /** So long is waited for the keys. */
    Duration keysTimeout();

    /** The file with this service's own token. Without one, the provider that <code>quarkus.oidc-client</code> names is asked. */
    Optional<String> serviceTokenFile();
}
