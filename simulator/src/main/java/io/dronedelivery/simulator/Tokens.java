package io.dronedelivery.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The drones' tokens, in a file that is replaced at a stroke before they expire. One thread asks for tokens; any may say that
 * one was rejected.
 */
final class Tokens {
    /** A newer file is noticed within so much; whoever writes it does so minutes before the tokens expire. */
    static final Duration CHECKED_EVERY = Duration.ofSeconds(1);

    private static final System.Logger log = System.getLogger(Tokens.class.getName());
    /** A bearer token by RFC 6750. Anything else does not fit into a header. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** What tells a file from the one that replaces it. */
    private record Version(FileTime modified, @Nullable Object fileKey) {
        static Version of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    private final Path file;
    private final LongSupplier nanoTime;
    private final AtomicBoolean rejected = new AtomicBoolean(true); // so that the file is read at once
    private Map<String, String> byDrone = Map.of();
    private @Nullable Version read;
    private long checkedAtNanos;
    private boolean readable = true;

    /**
     * Tokens.
     *
     * @param nanoTime the real time since any moment, in ns
     */
    Tokens(Path file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
    }

    /** The newest token of that drone. */
    Optional<String> of(String droneId) {
        long now = nanoTime.getAsLong();
        if (rejected.getAndSet(false) || now - checkedAtNanos >= CHECKED_EVERY.toNanos()) {
            checkedAtNanos = now;
            check();
        }
        return Optional.ofNullable(byDrone.get(droneId));
    }

    /** Says that a token was rejected, so that a newer file is looked for at once. */
    void reject() {
        rejected.set(true);
    }

    private void check() {
        try {
            Version next = Version.of(file);
            if (!next.equals(read)) {
                byDrone = content();
                read = next;
                log.log(System.Logger.Level.INFO, "tokens read count=" + byDrone.size());
            }
            readable = true;
        } catch (IOException unreadable) {
            if (readable) { // its message may have a part of a token
                String why = unreadable.getClass().getSimpleName();
                log.log(System.Logger.Level.WARNING, "tokens cannot be read file=" + file + " why=" + why);
            }
            readable = false;
        }
    }

    private Map<String, String> content() throws IOException {
        JsonNode content = Json.MAPPER.readTree(Files.readAllBytes(file));
        if (!content.isObject()) {
            throw new IOException("not a JSON object");
        }
        return content.properties().stream()
                .filter(drone -> drone.getValue().isTextual())
                .filter(drone -> TOKEN.matcher(drone.getValue().asText()).matches())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, drone -> drone.getValue().asText()));
    }
}
