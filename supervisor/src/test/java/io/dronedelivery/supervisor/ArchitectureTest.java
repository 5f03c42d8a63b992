package io.dronedelivery.supervisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.dronedelivery.testing.Architecture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String SUPERVISOR = "io.dronedelivery.supervisor";

    @Test
    void theArrowsPointInward() {
        Architecture.check(SUPERVISOR);
    }

    /**
     * A fault in one slice must not spread to another, so a slice knows of another only its domain. What operators do stands on
     * the domain, not the other way round.
     */
    @Test
    void eachPackageUsesOnlyThoseThatItMay() {
        Architecture.checkPackages(
                SUPERVISOR,
                Map.ofEntries(
                        Map.entry("shared", List.of()),
                        Map.entry("shared.domain", List.of()),
                        Map.entry("compensation", List.of("shared..", "compensation.domain..")),
                        Map.entry("compensation.domain", List.of()),
                        Map.entry("compensation.domain.operations", List.of("shared.domain", "compensation.domain")),
                        Map.entry("watch", List.of("shared..", "watch.domain..", "compensation.domain")),
                        Map.entry("watch.domain", List.of("compensation.domain")),
                        Map.entry("watch.domain.operations", List.of("shared.domain", "watch.domain")),
                        Map.entry("deadletter", List.of("shared..", "deadletter.domain..")),
                        Map.entry("deadletter.domain", List.of()),
                        Map.entry("deadletter.domain.operations", List.of("shared.domain", "deadletter.domain"))));
    }

    @Test
    void theEdgeOfASliceIsPrivate() {
        classes()
                .that()
                .resideInAnyPackage(SUPERVISOR + ".compensation", SUPERVISOR + ".watch", SUPERVISOR + ".deadletter")
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .because("nothing outside a slice calls its edge")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(SUPERVISOR));
    }
}
