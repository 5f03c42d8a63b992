package io.dronedelivery.local.project;

import java.util.List;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The option that says how many instances services have. */
public final class ReplicasOption {
    @Option(
            names = "--replicas",
            paramLabel = "SERVICE=N,...",
            converter = Replicas.Converter.class,
            showDefaultValue = Visibility.NEVER,
            description = "how many instances services have, behind a balancer: delivery=2,drone=2")
    private Replicas replicas;

    /** An option whose value is this one unless the command line says otherwise. */
    public ReplicasOption(Replicas unlessGiven) {
        this.replicas = unlessGiven;
    }

    /** One instance of each service unless the command line says otherwise. */
    public ReplicasOption() {
        this(Replicas.NONE);
    }

    /** The value. */
    public Replicas replicas() {
        return replicas;
    }

    /** As command-line arguments. */
    public List<String> arguments() {
        return replicas.balanced().isEmpty() ? List.of() : List.of("--replicas=" + replicas);
    }
}
