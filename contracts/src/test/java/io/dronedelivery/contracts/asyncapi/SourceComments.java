package io.dronedelivery.contracts.asyncapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the comments of the sources say of types, of the parts of records, and of the constants of enums. */
final class SourceComments {
    private final Map<String, String> texts = new HashMap<>();

    private SourceComments() {}

    static SourceComments read(Path sources) {
        SourceComments comments = new SourceComments();
        try (Stream<Path> files = Files.walk(sources)) {
            comments.parse(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return comments;
    }

    /** What is said of a type. */
    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(texts.get(type.getName()));
    }

    /** What is said of a part of a record, or of a constant of an enum. */
    Optional<String> of(Class<?> type, String member) {
        return Optional.ofNullable(texts.get(key(type.getName(), member)));
    }

    private static String key(String type, String member) {
        return type + "#" + member;
    }

    private void parse(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(trees).scan(unit, String.valueOf(unit.getPackageName()));
            }
        }
    }

    /** Visits the types of a file; <code>place</code> is what a type is in. */
    private final class Scanner extends TreePathScanner<@Nullable Void, String> {
        private final DocTrees trees;

        Scanner(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String place) {
            boolean nested = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
            String name = place + (nested ? "$" : ".") + type.getSimpleName();
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                texts.put(name, PlainComment.of(comment.getFullBody()));
                comment.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .forEach(part -> texts.put(
                                key(name, part.getName().getName().toString()),
                                PlainComment.of(part.getDescription())));
            }
            return super.visitClass(type, name);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, String place) {
            TreePath path = getCurrentPath();
            DocCommentTree comment = trees.getDocCommentTree(path);
            if (comment != null && path.getParentPath().getLeaf() instanceof ClassTree) {
                texts.put(key(place, variable.getName().toString()), PlainComment.of(comment.getFullBody()));
            }
            return super.visitVariable(variable, place);
        }
    }
}
