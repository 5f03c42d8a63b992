package io.dronedelivery.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.dronedelivery.chassis.nativeimage.TypeScan;
import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.packaging.domain.Custody;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter;
import io.dronedelivery.transport.domain.Consignment;
import java.io.File;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever our JSON mapper reads or writes is known to the builder of native executables. */
class ReflectiveTypesTest {
    private static final String OURS = "io.dronedelivery";
    private static final Set<String> MAPPERS = Set.of(Json.class.getName(), Documents.class.getName());
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(OURS);
    private static final Set<String> KNOWN =
            TypeScan.of(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .toList());

    @Test
    void everyMessageAndAllItsPartsAreKnown() {
        assertKnown(Arrays.stream(Topic.values()).map(Topic::messages));
    }

    @Test
    void everyContractIsKnown() {
        assertKnown(CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith(OURS + ".contracts"))
                .map(JavaClass::reflect)
                .filter(type -> type.isRecord() || type.isEnum() || type.isSealed()));
    }

    @Test
    void everyStoredDocumentAndAllItsPartsAreKnown() {
        Set<Class<?>> documents = new HashSet<>();
        CLASSES.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(ReflectiveTypesTest::usesAMapper)
                .flatMap(reader -> reader.getReferencedClassObjects().stream())
                .map(literal -> literal.getRawType().reflect())
                .filter(type -> !Throwable.class.isAssignableFrom(type)) // what may fail beside the reading
                .forEach(documents::add);

        assertThat(documents).contains(Custody.class, Delivery.class, DeadLetter.class, Consignment.class);
        assertKnown(documents.stream());
    }

    private static boolean usesAMapper(JavaCodeUnit reader) {
        return reader.getMethodCallsFromSelf().stream()
                .anyMatch(call -> MAPPERS.contains(call.getTargetOwner().getName()));
    }

    private static void assertKnown(Stream<? extends Class<?>> types) {
        Set<Class<?>> found = new HashSet<>();
        types.forEach(type -> collect(type, found));

        assertThat(found).isNotEmpty().extracting(Class::getName).allMatch(KNOWN::contains);
    }

    /** Adds a type of ours and all that its values are made of. */
    private static void collect(Type type, Set<Class<?>> found) {
        switch (type) {
            case Class<?> array when array.isArray() -> collect(array.componentType(), found);
            case Class<?> known -> {
                if (known.getName().startsWith(OURS) && found.add(known)) {
                    parts(known).forEach(part -> collect(part, found));
                }
            }
            case ParameterizedType generic -> {
                collect(generic.getRawType(), found);
                Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
            }
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> collect(bound, found));
            default -> {} // a type variable: its values are of what stands for it
        }
    }

    private static Stream<Type> parts(Class<?> type) {
        return Stream.concat(
                type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.empty(),
                type.isRecord()
                        ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType)
                        : Stream.empty());
    }
}
