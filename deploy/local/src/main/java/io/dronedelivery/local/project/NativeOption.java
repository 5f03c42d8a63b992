package io.dronedelivery.local.project;

import picocli.CommandLine.Option;

/** The option that has the services run as native executables. */
public final class NativeOption {
    /** How it is written. */
    public static final String NAME = "--native";

    @Option(names = NAME, description = "run the services as native executables, which dronectl native builds")
    private boolean executables;

    /** What the services are to be run from. */
    public ServiceBuild build() {
        return executables ? ServiceBuild.NATIVE : ServiceBuild.JVM;
    }
}
