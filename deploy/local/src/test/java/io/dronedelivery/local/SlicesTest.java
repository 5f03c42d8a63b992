package io.dronedelivery.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final String LOCAL = "io.dronedelivery.local";
    private static final long CLASSES_PER_PACKAGE_MAX = 15;

    /** Each package, with the packages that it may use. */
    private static final Map<String, String[]> ARROWS = Map.ofEntries(
            Map.entry("project", new String[] {}),
            Map.entry("process", new String[] {"project"}),
            Map.entry("runtime", new String[] {"project", "process"}),
            Map.entry("customer", new String[] {}),
            Map.entry("check", new String[] {"project"}),
            Map.entry("demo", new String[] {"project", "customer"}),
            Map.entry("replay", new String[] {"project"}),
            Map.entry("chaos.proxy", new String[] {}),
            Map.entry("chaos.fault", new String[] {"project", "process", "runtime", "chaos.proxy"}),
            Map.entry("chaos.load", new String[] {"customer"}),
            Map.entry("chaos", new String[] {"project", "runtime", "customer", "check", "chaos.fault", "chaos.load"}),
            Map.entry("bench.measurement", new String[] {"project", "process", "runtime"}),
            Map.entry("bench.load", new String[] {"project", "customer", "bench.measurement"}),
            Map.entry("bench", new String[] {"project", "process", "runtime", "bench.measurement", "bench.load"}),
            Map.entry("cli", new String[] {"project", "process", "runtime", "check", "demo", "replay", "chaos", "bench"
            }));

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(LOCAL);

    @Test
    void everyPackageUsesOnlyThoseThatItMay() {
        ARROWS.forEach(this::usesOnly);
    }

    private void usesOnly(String user, String... used) {
        DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideOutsideOfPackage(LOCAL + "..")
                .or(JavaClass.Predicates.resideInAPackage(LOCAL + "." + user));
        for (String each : used) {
            allowed = allowed.or(JavaClass.Predicates.resideInAPackage(LOCAL + "." + each));
        }
        classes()
                .that()
                .resideInAPackage(LOCAL + "." + user)
                .should()
                .onlyDependOnClassesThat(allowed)
                .check(classes);
    }

    @Test
    void thePackagesMakeNoCircle() {
        slices().matching(LOCAL + ".(**)").should().beFreeOfCycles().check(classes);
        slices().matching(LOCAL + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void everyPackageHasItsArrowsAndAtMostFifteenClasses() {
        Map<String, Long> sizes = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ARROWS.keySet().stream().map(name -> LOCAL + "." + name).toList());
        assertThat(sizes)
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(CLASSES_PER_PACKAGE_MAX));
    }
}
