package io.dronedelivery.chassis.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds our types that are used by reflection, in the class files of a class path. None is loaded. Our documents and messages
 * are records, enums and sealed families, so all of those are found, whoever reads them. The packages themselves are found,
 * too, since <code>@NullMarked</code> is read from them. So are the resources, whose parameters tell what may be missing.
 */
public final class TypeScan {
    private static final String OURS = "io/dronedelivery";
    private static final String CLASS_FILE = ".class";
    private static final String PACKAGE = "/package-info";
    private static final String RESOURCE = "Ljakarta/ws/rs/Path;";
    private static final Set<String> DATA = Set.of("java/lang/Record", "java/lang/Enum");

    private TypeScan() {}

    /**
     * The binary names of these types, in order.
     *
     * @param classPath folders and jars; other files are passed over
     * @throws UncheckedIOException if one of them cannot be read
     */
    public static Set<String> of(Collection<Path> classPath) {
        Set<String> names = new TreeSet<>();
        classPath.forEach(entry -> names.addAll(in(entry)));
        return names;
    }

    private static List<String> in(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                return inFolder(entry.resolve(OURS));
            }
            if (!Files.isRegularFile(entry) || !entry.toString().endsWith(".jar")) {
                return List.of();
            }
            try (FileSystem jar = FileSystems.newFileSystem(entry)) {
                return inFolder(jar.getPath("/", OURS));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + entry, unreadable);
        }
    }

    private static List<String> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(CLASS_FILE))
                    .map(TypeScan::parsed)
                    .filter(TypeScan::isUsedByReflection)
                    .map(type -> type.thisClass().asInternalName().replace('/', '.'))
                    .toList();
        }
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private static boolean isUsedByReflection(ClassModel type) {
        return type.superclass()
                        .map(ClassEntry::asInternalName)
                        .filter(DATA::contains)
                        .isPresent()
                || type.findAttribute(Attributes.permittedSubclasses()).isPresent()
                || type.thisClass().asInternalName().endsWith(PACKAGE)
                || isResource(type);
    }

    private static boolean isResource(ClassModel type) {
        return type.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(annotations -> annotations.annotations().stream())
                .anyMatch(annotation -> annotation.className().equalsString(RESOURCE));
    }
}
