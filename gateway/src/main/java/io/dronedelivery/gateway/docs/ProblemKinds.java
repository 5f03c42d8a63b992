package io.dronedelivery.gateway.docs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Every kind of problem, in the order of their titles. */
final class ProblemKinds {
    private static final String FILE = "problems.yaml";

    private ProblemKinds() {}

    static List<ProblemKind> read() {
        return Arrays.stream(Resources.yaml(FILE, ProblemKind[].class))
                .sorted(Comparator.comparing(ProblemKind::title))
                .toList();
    }
}
