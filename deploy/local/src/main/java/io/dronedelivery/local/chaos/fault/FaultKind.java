package io.dronedelivery.local.chaos.fault;

import io.dronedelivery.local.project.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The kinds of faults. */
public enum FaultKind {
    /** The process is killed without warning; its monitor starts it again. */
    KILL(Targets.PROCESSES, 0, 0),
    /** The process is frozen, and goes on later. */
    FREEZE(Targets.PROCESSES, 1, 90),
    /** The process is killed, and not started again for two minutes. */
    OUTAGE(Targets.SERVICES, 120, 120),
    /** The process is started again with a clock ahead of all others, and later with the right one. */
    CLOCK_AHEAD(Targets.SERVICES, 20, 60),
    /** The process is started again with a clock behind all others, and later with the right one. */
    CLOCK_BEHIND(Targets.SERVICES, 20, 60),
    /** Connections are reset, and new ones are refused. */
    CUT(Targets.CONNECTIONS, 2, 40),
    /** Connections stay open, and nothing arrives. */
    STALL(Targets.CONNECTIONS, 2, 40),
    /** Everything arrives late. */
    DELAY(Targets.CONNECTIONS, 2, 40),
    /** Requests arrive, and answers do not. */
    LOST_ANSWERS(Targets.CONNECTIONS, 2, 40);

    /** The possible targets, in a class of their own so that they exist before the kinds do. */
    private static final class Targets {
        static final List<String> SERVICES =
                Stream.of(Service.values()).map(Service::id).toList();
        static final List<String> PROCESSES = Stream.concat(
                        SERVICES.stream(), Stream.of("kafka", "postgresql", "simulator"))
                .toList();
        /** The servers that other processes call. */
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

    /** The name of the kind in options and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Converts the name of a kind from the command line. */
    public static final class Converter implements ITypeConverter<FaultKind> {
        @Override
        public FaultKind convert(String word) {
            return Stream.of(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no such kind of fault: " + word));
        }
    }

    /** The possible targets. */
    List<String> targets() {
        return targets;
    }

    /** Whether it disturbs the connections to its target, not the process. */
    boolean onConnections() {
        return targets == Targets.CONNECTIONS;
    }

    /** Draws a duration; short ones are more frequent. */
    Duration duration(RandomGenerator random) {
        double part = random.nextDouble();
        return Duration.ofMillis(Math.round((secondsMin + part * part * (secondsMax - secondsMin)) * 1000));
    }
}
