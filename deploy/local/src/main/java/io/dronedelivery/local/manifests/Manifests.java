package io.dronedelivery.local.manifests;

import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** <code>dronectl manifests</code>: writes the generated objects, and renders an overlay if one is named. */
@Command(
        name = "manifests",
        description =
                "Write the Kubernetes objects that the build generates, and render an overlay of deploy/kubernetes.",
        mixinStandardHelpOptions = true)
public final class Manifests implements Callable<Integer> {
    @Option(
            names = "--overlay",
            paramLabel = "NAME",
            description = "the overlay to render: dev, production, canary or restore")
    private @Nullable String overlay;

    @Option(names = "--output", paramLabel = "FILE", description = "the file to render to, instead of the terminal")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = Project.of(null).root();
        GeneratedObjects.write(root);
        if (overlay == null) {
            return 0;
        }
        if (!Files.exists(Overlay.folder(root, overlay))) {
            throw new UserError("there is no overlay " + overlay + "; there are " + Overlay.names(root));
        }
        if (!Overlay.canBeRendered()) {
            throw new UserError(Overlay.KUBECTL_IS_MISSING);
        }
        String objects = Overlay.render(root, overlay);
        if (output == null) {
            System.out.print(objects);
        } else {
            Files.writeString(output, objects);
        }
        return 0;
    }
}
