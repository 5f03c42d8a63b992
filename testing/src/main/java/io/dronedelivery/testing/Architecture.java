package io.dronedelivery.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules for the structure of services and modules, which their tests check. */
public final class Architecture {
    private static final String DRONE_DELIVERY = "io.dronedelivery";
    private static final long CLASSES_PER_PACKAGE_MAX = 15;
    private static final String[] WHAT_A_DOMAIN_KNOWS = {
        "java..",
        "io.smallrye.mutiny..",
        "org.jspecify..",
        "com.fasterxml.jackson.annotation..",
        "io.dronedelivery.contracts..",
        "io.dronedelivery.chassis.retry.."
    };

    private Architecture() {}

    /**
     * Checks the classes of a service: its domain knows no framework, its edge is private, it knows no other service, and
     * nothing is injected into fields.
     *
     * @param service the service's package
     */
    public static void check(String service) {
        JavaClasses classes = classesOf(service);
        classes()
                .that()
                .resideInAPackage(service + "..domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(WHAT_A_DOMAIN_KNOWS)
                        .or(resideInAPackage(service + "..domain.."))
                        .or(primitives()))
                .because("the domain knows no framework")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .dependOnClassesThat(anotherService(service))
                .because("services know each other only by contracts")
                .check(classes);
        classes()
                .that()
                .resideInAPackage(service)
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .because("nothing outside a service calls its edge")
                .check(classes);
        fields().should()
                .notBeAnnotatedWith(Inject.class)
                .because("what a class needs, its constructor says")
                .allowEmptyShould(true)
                .check(classes);
    }

    /**
     * Checks the packages of a module: each uses only those that it may, none has too many classes, and they make no circle.
     *
     * @param module the module's own package
     * @param uses for every package below it those that it may use, named without the module's
     */
    public static void checkPackages(String module, Map<String, List<String>> uses) {
        JavaClasses classes = classesOf(module);
        uses.forEach((user, used) -> {
            DescribedPredicate<JavaClass> allowed =
                    resideOutsideOfPackage(module + "..").or(resideInAPackage(module + "." + user));
            for (String each : used) {
                allowed = allowed.or(resideInAPackage(module + "." + each));
            }
            classes()
                    .that()
                    .resideInAPackage(module + "." + user)
                    .should()
                    .onlyDependOnClassesThat(allowed)
                    .check(classes);
        });
        slices().matching(DRONE_DELIVERY + ".(**)").should().beFreeOfCycles().check(classes);
        slices().matching(module + ".(*)..").should().beFreeOfCycles().check(classes);
        Map<String, Long> sizes = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes)
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(CLASSES_PER_PACKAGE_MAX));
        sizes.remove(module);
        assertThat(sizes.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        uses.keySet().stream().map(name -> module + "." + name).toList());
    }

    private static JavaClasses classesOf(String module) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(module);
    }

    private static DescribedPredicate<JavaClass> primitives() {
        return DescribedPredicate.describe("primitives and arrays of them", type -> type.getBaseComponentType()
                .isPrimitive());
    }

    private static DescribedPredicate<JavaClass> anotherService(String service) {
        return DescribedPredicate.describe("another service", type -> {
            String name = type.getPackageName();
            return name.startsWith(DRONE_DELIVERY + ".")
                    && !(name + ".").startsWith(service + ".")
                    && !(name + ".").startsWith(DRONE_DELIVERY + ".contracts.")
                    && !(name + ".").startsWith(DRONE_DELIVERY + ".chassis.");
        });
    }
}
