package dev.docket.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The source tree that these tests were built from, and the classes that it was compiled to. */
final class Repository {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final List<String> MODULES =
            List.of(
                    "events/language",
                    "events/log",
                    "events/text",
                    "events/edge",
                    "events/content",
                    "command-side",
                    "projections",
                    "query-side",
                    "deploy/embedded",
                    "deploy/standalone");

    private static final Set<String> MADE_BY_BUILDS = Set.of("target", "node_modules");

    private Repository() {}

    private static final class Compiled {
        static final JavaClasses CLASSES =
                new ClassFileImporter()
                        // What builds make of templates and grammars is nobody's code.
                        .withImportOption(location -> !location.contains("/gg/jte/generated/"))
                        .withImportOption(location -> !location.contains("/language/grammar/"))
                        .importPaths(MODULES.stream().map(Compiled::of).toList());

        private static Path of(String module) {
            Path classes = ROOT.resolve(module).resolve("target/classes");
            if (!Files.isDirectory(classes)) {
                throw new IllegalStateException(classes + " is missing: compile " + module);
            }
            return classes;
        }
    }

    /** What runs in production, of all modules. */
    static JavaClasses classes() {
        return Compiled.CLASSES;
    }

    /** What people wrote: every file but those that builds make and hidden directories. */
    static List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    ROOT,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path directory, BasicFileAttributes attributes) {
                            String name = String.valueOf(directory.getFileName());
                            boolean skipped =
                                    MADE_BY_BUILDS.contains(name)
                                            || (name.startsWith(".") && !directory.equals(ROOT));
                            return skipped
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            // In a worktree, .git is a file that says where the repository is.
                            if (!file.endsWith(".git")) {
                                files.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The Java sources that are not tests. */
    static List<Path> productionSources() {
        return files().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> file.toString().contains("/src/main/"))
                .toList();
    }
}
