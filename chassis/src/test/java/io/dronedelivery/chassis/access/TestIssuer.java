package io.dronedelivery.chassis.access;

import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The issuer that the chassis trusts in its tests, with the token of the service under test. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
    private static final String FOLDER = "chassis.test.issuer";

    static Path folder() {
        return Path.of(System.getProperty(FOLDER));
    }

    /** The issuer, whose keys may be rotated. */
    public static LocalIssuer issuer() {
        return LocalIssuer.in(folder());
    }

    @Override
    public Map<String, String> start() {
        try {
            System.setProperty(
                    FOLDER,
                    Files.createTempDirectory(Path.of("target"), "issuer").toString());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        Path token = folder().resolve("service.token").toAbsolutePath();
        issuer().write(Grant.service("chassis"), token);
        return Map.of(
                "access.keys",
                issuer().publishedKeys().toAbsolutePath().toString(),
                "access.service-token-file",
                token.toString());
    }

    @Override
    public void stop() {
        System.clearProperty(FOLDER);
    }
}
