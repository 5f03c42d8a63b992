package io.dronedelivery.supervisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.dronedelivery.testing.Architecture;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String SUPERVISOR = "io.dronedelivery.supervisor";
    private static final long CLASSES_PER_PACKAGE_MAX = 15;

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SUPERVISOR);

    @Test
    void theArrowsPointInward() {
        Architecture.check(SUPERVISOR);
    }

    @Test
    void noTwoPackagesDependOnEachOther() {
        slices().matching(SUPERVISOR + ".(**)").should().beFreeOfCycles().check(classes);
        slices().matching(SUPERVISOR + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void aSliceKnowsOfAnotherOnlyItsDomain() {
        onlyDependsOn("compensation", "shared");
        onlyDependsOn("watch", "shared", "compensation.domain");
        onlyDependsOn("deadletter", "shared");
        onlyDependsOn("shared");
    }

    @Test
    void noStateOrRuleKnowsTheActsOfOperators() {
        noClasses()
                .that()
                .resideInAPackage(SUPERVISOR + ".*.domain")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SUPERVISOR + ".*.domain.operations")
                .because("what operators do stands on the domain, not the other way round")
                .check(classes);
    }

    private void onlyDependsOn(String slice, String... others) {
        DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideOutsideOfPackage(SUPERVISOR + "..")
                .or(JavaClass.Predicates.resideInAPackage(SUPERVISOR + "." + slice + ".."));
        for (String other : others) {
            allowed = allowed.or(JavaClass.Predicates.resideInAPackage(SUPERVISOR + "." + other + ".."));
        }
        classes()
                .that()
                .resideInAPackage(SUPERVISOR + "." + slice + "..")
                .should()
                .onlyDependOnClassesThat(allowed)
                .because("a fault in one slice must not spread to another")
                .check(classes);
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
                .check(classes);
    }

    @Test
    void aPackageIsSmallEnoughToBeReadAtOnce() {
        Map<String, Long> sizes = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes)
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(CLASSES_PER_PACKAGE_MAX));
    }
}
