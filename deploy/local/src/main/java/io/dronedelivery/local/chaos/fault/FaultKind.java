package io.dronedelivery.local.chaos.fault;

import io.dronedelivery.local.project.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What can happen to a system. */
public enum FaultKind {
    /** Killed without warning, and started again by its keeper. */
    KILL(Victims.PROCESSES, 0, 0),
    /** Stopped in mid-step, and let go on. */
    FREEZE(Victims.PROCESSES, 1, 90),
    /** Killed, and not started again for long. */
    OUTAGE(Victims.SERVICES, 120, 120),
    /** Started again with a clock that is ahead of all others, and later with the right one. */
    CLOCK_AHEAD(Victims.SERVICES, 20, 60),
    /** Started again with a clock that is behind all others, and later with the right one. */
    CLOCK_BEHIND(Victims.SERVICES, 20, 60),
    /** Connections reset, and new ones refused. */
    CUT(Victims.CONNECTIONS, 2, 40),
    /** Connections on which nothing moves. */
    STALL(Victims.CONNECTIONS, 2, 40),
    /** Connections on which all is late. */
    DELAY(Victims.CONNECTIONS, 2, 40),
    /** Connections on which requests arrive, and answers don't. */
    LOST_ANSWERS(Victims.CONNECTIONS, 2, 40);

    /** Whom it can happen to; of a class of its own, to be there before the kinds are. */
    private static final class Victims {
        static final List<String> SERVICES =
                Stream.of(Service.values()).map(Service::id).toList();
        static final List<String> PROCESSES = Stream.concat(
                        SERVICES.stream(), Stream.of("kafka", "postgresql", "simulator"))
                .toList();
        /** To those that others call. */
        static final List<String> CONNECTIONS =
                List.of("accounting", "packaging", "drone", "transport", "delivery", "kafka", "postgresql");
    }

    private final List<String> targets;
    private final int secondsMin;
    private final int secondsMax;

    FaultKind(List<String> targets, int secondsMin, int secondsMax) {
        this.targets = targets;
        this.secondsMin = secondsMin;
        this.secondsMax = secondsMax;
    }

    /** Its name in options and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a kind's name. */
    public static final class OfWord implements ITypeConverter<FaultKind> {
        @Override
        public FaultKind convert(String word) {
            return Stream.of(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no such kind of fault: " + word));
        }
    }

    /** Whom it can happen to. */
    List<String> targets() {
        return targets;
    }

    /** Whether it happens to the connections to its target, not to the process. */
    boolean onConnections() {
        return targets == Victims.CONNECTIONS;
    }

    /** How long it lasts: mostly short. */
    Duration duration(RandomGenerator random) {
        double part = random.nextDouble();
        return Duration.ofMillis(Math.round((secondsMin + part * part * (secondsMax - secondsMin)) * 1000));
    }
}
