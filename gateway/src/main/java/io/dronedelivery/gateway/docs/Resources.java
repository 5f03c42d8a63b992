package io.dronedelivery.gateway.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that are part of the gateway's program. */
final class Resources {
    /** Reads YAML. */
    static final ObjectMapper YAML = new YAMLMapper();

    private static final String FOLDER = "/META-INF/docs/";

    private Resources() {}

    /** The bytes of the file of that name. */
    static byte[] bytes(String name) {
        try (InputStream file = Resources.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("there is no resource " + FOLDER + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The YAML file of that name. */
    static <T> T yaml(String name, Class<T> type) {
        try {
            return YAML.readValue(bytes(name), type);
        } catch (IOException malformed) {
            throw new UncheckedIOException(name, malformed);
        }
    }
}
