package io.dronedelivery.drone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String SERVICE = "io.dronedelivery.drone";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SERVICE);

    @Test
    void aDomainKnowsNoFrameworkAndOnlyOtherDomains() {
        classes()
                .that()
                .resideInAPackage(SERVICE + "..domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "io.smallrye.mutiny..",
                                "org.jspecify..",
                                "com.fasterxml.jackson.annotation..",
                                "com.google.common.geometry..",
                                "io.dronedelivery.contracts..",
                                SERVICE + "..domain..")
                        .or(primitives()))
                .check(CLASSES);
    }

    @Test
    void aSliceUsesOnlyThoseBelowIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("composition")
                .definedBy(SERVICE, SERVICE + ".domain")
                .layer("telemetry")
                .definedBy(SERVICE + ".telemetry..")
                .layer("reservation")
                .definedBy(SERVICE + ".reservation..")
                .layer("registry")
                .definedBy(SERVICE + ".registry..")
                .layer("mission")
                .definedBy(SERVICE + ".mission..")
                .layer("report")
                .definedBy(SERVICE + ".report..")
                .whereLayer("composition")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("telemetry")
                .mayOnlyBeAccessedByLayers("composition")
                .whereLayer("reservation")
                .mayOnlyBeAccessedByLayers("composition")
                .whereLayer("registry")
                .mayOnlyBeAccessedByLayers("composition", "telemetry", "reservation")
                .whereLayer("mission")
                .mayOnlyBeAccessedByLayers("composition", "telemetry", "reservation", "registry")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("composition", "telemetry", "reservation", "registry", "mission")
                .check(CLASSES);
    }

    @Test
    void slicesMakeNoCircle() {
        slices().matching(SERVICE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyOutsideASliceCallsItsEndpointsAndConsumers() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .or()
                .areAnnotatedWith(ApplicationScoped.class)
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void theServiceKnowsOtherServicesOnlyByContracts() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("another service", ArchitectureTest::isForeign))
                .check(CLASSES);
    }

    private static boolean isForeign(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith("io.dronedelivery.")
                && !name.startsWith(SERVICE + ".")
                && !name.startsWith("io.dronedelivery.contracts.")
                && !name.startsWith("io.dronedelivery.mavlink.")
                && !name.startsWith("io.dronedelivery.chassis.");
    }

    private static DescribedPredicate<JavaClass> primitives() {
        return DescribedPredicate.describe("primitives and arrays of them", type -> type.getBaseComponentType()
                .isPrimitive());
    }
}
