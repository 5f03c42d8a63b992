package io.dronedelivery.chassis.nativeimage;

import java.util.Objects;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * Registers what {@link TypeScan} finds with the builder of native executables, which reads this class's name in
 * <code>native-image.properties</code>. An executable without it starts and is healthy, and then fails at every message and
 * stored document.
 */
final class ReflectiveTypes implements Feature {
    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        TypeScan.of(access.getApplicationClassPath())
                .forEach(name -> register(Objects.requireNonNull(access.findClassByName(name), name)));
    }

    /** A type by its name alone could be asked what it has, and neither made nor read. */
    private static void register(Class<?> type) {
        RuntimeReflection.register(type, type.arrayType());
        RuntimeReflection.registerAllDeclaredConstructors(type);
        RuntimeReflection.registerAllDeclaredMethods(type);
        RuntimeReflection.registerAllDeclaredFields(type);
        RuntimeReflection.register(type.getDeclaredConstructors());
        RuntimeReflection.register(type.getDeclaredMethods());
        RuntimeReflection.register(type.getDeclaredFields());
        if (type.isRecord()) {
            RuntimeReflection.registerAllRecordComponents(type);
        }
        if (type.isSealed()) {
            RuntimeReflection.registerAllPermittedSubclasses(type);
        }
    }
}
