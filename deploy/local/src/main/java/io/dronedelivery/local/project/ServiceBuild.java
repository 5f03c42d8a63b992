package io.dronedelivery.local.project;

import java.nio.file.Path;

/** What the services are run from. */
public enum ServiceBuild {
    /** Their jars, in a JVM each. */
    JVM,
    /** Their native executables, which <code>dronectl native</code> builds. */
    NATIVE;

    /**
     * Checks that the system can be run so. Jars are checked by the script <code>dronectl</code>, which builds what is missing.
     *
     * @param root the project's folder
     * @throws UserError if an executable is missing, or older than its sources; the message names each
     */
    public void check(Path root) {
        if (this == NATIVE) {
            NativeExecutable.requireCurrent(root);
        }
    }

    /** What a service is built to: the folder of its jars, or its executable. */
    public Path result(Path root, Service service) {
        return switch (this) {
            case JVM -> QuarkusBuild.of(root.resolve(service.id())).folder();
            case NATIVE -> NativeExecutable.of(root, service).file();
        };
    }
}
