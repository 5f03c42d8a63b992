package io.dronedelivery.local.access;

import io.dronedelivery.issuer.LocalIssuer;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.simulator.FleetPlan;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Renews the tokens of the processes of a running system, well before they expire. */
public final class TokenRenewal implements AutoCloseable {
    private static final int PER_LIFETIME = 3;

    /**
     * How long the tokens of processes live.
     *
     * @param lifetime of each token, in real time
     * @param rotation after so long another key signs; null for never
     */
    public record Settings(Duration lifetime, @Nullable Duration rotation) {
        /** As <code>up</code> has it. */
        public static final Settings USUAL = new Settings(Duration.ofMinutes(15), null);
    }

    private final TokenFiles files;
    private final Settings settings;
    private final FleetPlan fleet = FleetPlan.load();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("token-renewal").factory());

    private TokenRenewal(TokenFiles files, Settings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** Writes the first tokens, and renews them until it is closed. */
    public static TokenRenewal begin(Project project, Settings settings) {
        TokenRenewal renewal = new TokenRenewal(TokenFiles.of(project), settings);
        renewal.write();
        renewal.every(settings.lifetime().dividedBy(PER_LIFETIME), renewal::write);
        Duration rotation = settings.rotation();
        if (rotation != null) {
            renewal.every(rotation, () -> LocalIssuer.in(renewal.files.folder()).rotate());
        }
        return renewal;
    }

    private void write() {
        files.write(fleet.drones().keySet(), settings.lifetime());
    }

    /** What fails once, as on a full disk, is tried again the next time. */
    private void every(Duration pause, Runnable work) {
        Runnable survived = () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                System.err.println("tokens not renewed: " + failed);
            }
        };
        thread.scheduleAtFixedRate(survived, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
