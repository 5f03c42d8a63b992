package io.dronedelivery.delivery;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.dronedelivery.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String SERVICE = "io.dronedelivery.delivery";
    private static final String[] WAYS_TO_A_DELIVERY = {"request", "attempt", "tracking", "view"};

    @Test
    void theArrowsPointInward() {
        Architecture.check(SERVICE);
    }

    /** No circle: evidence knows no other slice, and no way to a delivery knows another. */
    @Test
    void theSlicesOfTheDomainDependInOneDirection() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(SERVICE + ".domain");
        var slices = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String slice :
                new String[] {"evidence", "lifecycle", "decision", "request", "attempt", "tracking", "view"}) {
            slices = slices.layer(slice).definedBy(SERVICE + ".domain." + slice + "..");
        }
        slices = slices.layer("composition")
                .definedBy(SERVICE + ".domain")
                .whereLayer("composition")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("evidence")
                .mayNotAccessAnyLayer()
                .whereLayer("lifecycle")
                .mayOnlyAccessLayers("evidence")
                .whereLayer("decision")
                .mayOnlyAccessLayers("lifecycle", "evidence");
        for (String way : WAYS_TO_A_DELIVERY) {
            slices = slices.whereLayer(way).mayOnlyAccessLayers("decision", "lifecycle", "evidence");
        }
        slices.ensureAllClassesAreContainedInArchitecture().check(classes);
    }
}
