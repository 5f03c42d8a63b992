package io.dronedelivery.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;

/** The arrows between the parts of a service, as rules that every service's tests check. */
public final class Architecture {
    private static final String[] WHAT_A_DOMAIN_KNOWS = {
        "java..",
        "io.smallrye.mutiny..",
        "org.jspecify..",
        "com.fasterxml.jackson.annotation..",
        "io.dronedelivery.contracts.."
    };

    private Architecture() {}

    /**
     * Checks the classes of a service: its domain knows no framework, its edge is private, it knows no other service, and
     * nothing is injected into fields.
     *
     * @param service the service's package
     */
    public static void check(String service) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service);
        classes()
                .that()
                .resideInAPackage(service + "..domain..")
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(WHAT_A_DOMAIN_KNOWS)
                        .or(JavaClass.Predicates.resideInAPackage(service + "..domain.."))
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

    private static DescribedPredicate<JavaClass> primitives() {
        return DescribedPredicate.describe("primitives and arrays of them", type -> type.getBaseComponentType()
                .isPrimitive());
    }

    private static DescribedPredicate<JavaClass> anotherService(String service) {
        return DescribedPredicate.describe("another service", type -> {
            String name = type.getPackageName();
            return name.startsWith("io.dronedelivery.")
                    && !(name + ".").startsWith(service + ".")
                    && !(name + ".").startsWith("io.dronedelivery.contracts.")
                    && !(name + ".").startsWith("io.dronedelivery.chassis.");
        });
    }
}
