package io.dronedelivery.local.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.dronedelivery.local.project.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The overlays of deploy/kubernetes, rendered by <code>kubectl kustomize</code>. */
public final class Overlay {
    /** What to do where there is no <code>kubectl</code>. */
    public static final String KUBECTL_IS_MISSING = "needs kubectl 1.30 or later, which is not on the PATH:"
            + " https://kubernetes.io/docs/tasks/tools says how to get it";

    private static final String KUBECTL = "kubectl";

    private Overlay() {}

    /** Whether <code>kubectl</code> is on the PATH. */
    public static boolean canBeRendered() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, KUBECTL)));
    }

    /** The names of the overlays. */
    public static List<String> names(Path root) throws IOException {
        try (var folders = Files.list(folder(root, ""))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static Path folder(Path root, String overlay) {
        return GeneratedObjects.kubernetes(root).resolve("overlays").resolve(overlay);
    }

    /**
     * Renders an overlay, after the generated objects were written.
     *
     * @return the objects, as YAML documents
     * @throws UserError if the overlay is wrong; the message is <code>kubectl</code>'s
     */
    public static String render(Path root, String overlay) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("kustomize", ".log");
        try {
            Process kubectl = new ProcessBuilder(
                            KUBECTL, "kustomize", folder(root, overlay).toString())
                    .redirectError(errors.toFile())
                    .start();
            String objects = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
            if (kubectl.waitFor() != 0) {
                throw new UserError(Files.readAllLines(errors).stream().collect(joining("\n")));
            }
            return objects;
        } finally {
            Files.delete(errors);
        }
    }
}
