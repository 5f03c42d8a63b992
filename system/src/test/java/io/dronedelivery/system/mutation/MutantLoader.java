package io.dronedelivery.system.mutation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The whole system loaded anew with one mutation in it, so that the simulation can run it beside the sound one. */
final class MutantLoader extends URLClassLoader {
    private static final String OURS = "io.dronedelivery.";
    private static final String TRIAL = "io.dronedelivery.system.simulation.Trial";
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private MutantLoader(Path folder) {
        super(classPath(folder), MutantLoader.class.getClassLoader());
    }

    /**
     * Compiles the mutant and loads everything with it.
     *
     * @param folder where to put the compiled mutant
     */
    static MutantLoader with(Mutant mutant, Path folder) {
        compile(mutant, folder);
        return new MutantLoader(folder);
    }

    /** Runs a seed's simulation, and says what it finds; throws none of what it finds. */
    @SuppressWarnings("unchecked") // of our own making: the class is the one known here, loaded anew
    LongFunction<Optional<String>> trial() {
        try {
            return (LongFunction<Optional<String>>)
                    loadClass(TRIAL).getConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of ours, nothing is taken from those who have loaded it sound. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    private static URL[] classPath(Path folder) {
        List<Path> path = new ArrayList<>(List.of(folder));
        Arrays.stream(CLASS_PATH.split(File.pathSeparator)).map(Path::of).forEach(path::add);
        return path.stream().map(MutantLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static void compile(Mutant mutant, Path folder) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            List<String> options = List.of("-proc:none", "-parameters", "-nowarn", "-classpath", CLASS_PATH);
            boolean compiled = compiler.getTask(null, files, null, options, null, List.of(new Source(mutant)))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("mutant " + mutant.name() + " does not compile");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Mutant mutant) {
            super(
                    URI.create("string:///" + mutant.className().replace('.', '/') + ".java"),
                    JavaFileObject.Kind.SOURCE);
            text = mutant.mutatedSource();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
