package dev.groundswell.bench.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * A function as Lambda has it on disk.
 *
 * @param name        the logical id in the template
 * @param classPath   the unpacked classes, then the libraries by name
 * @param environment the variables that the template gives it
 */
record Deployment(
        String name, String handlerClass, int memoryMegabytes, List<Path> classPath, Map<String, String> environment) {

    Deployment {
        classPath = List.copyOf(classPath);
        environment = Map.copyOf(environment);
    }

    /** Unpacks a function's zip; gives its class path. */
    static List<Path> unpacked(Path zip, Path into) {
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                var target = into.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.copy(entries, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.concat(Stream.of(into), libraries(into.resolve("lib"))).toList();
    }

    private static Stream<Path> libraries(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class path with one class of this program only. */
    static List<Path> ofOneClass(Class<?> type, Path into) {
        var file = type.getName().replace('.', '/') + ".class";
        try (var bytes = type.getClassLoader().getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException(type + " is not on the class path.");
            }
            Files.createDirectories(into.resolve(file).resolveSibling("."));
            Files.copy(bytes, into.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(into);
    }
}
