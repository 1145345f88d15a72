import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every Java file of the house to one format: {@code check} fails and names the files that differ, {@code fix}
 * rewrites them, {@code skip} leaves it for later. Run by Maven in the phase {@code validate}; by hand: {@code mvn -N validate -Dformat=fix}.
 */
public final class Format {

    public static void main(String[] args) throws Exception {
        if (args[0].equals("skip")) {
            return;
        }
        var fix = args[0].equals("fix");
        var root = Path.of(args[1]);
        var formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        var differing = new ArrayList<Path>();
        var unreadable = false;
        for (var file : javaFiles(root)) {
            var source = Files.readString(file);
            try {
                var formatted = formatter.formatSourceAndFixImports(source);
                if (!formatted.equals(source)) {
                    differing.add(root.relativize(file));
                    write(fix, file, formatted);
                }
            } catch (FormatterException notJava) {
                System.out.println("cannot be read: " + root.relativize(file) + ": " + notJava.getMessage());
                unreadable = true;
            }
        }
        differing.forEach(file -> System.out.println((fix ? "formatted " : "not formatted: ") + file));
        if (!fix && !differing.isEmpty()) {
            System.out.println("To format them: mvn -N validate -Dformat=fix");
        }
        if (unreadable || !fix && !differing.isEmpty()) {
            System.exit(1);
        }
    }

    private static void write(boolean fix, Path file, String formatted) throws IOException {
        if (fix) {
            Files.writeString(file, formatted);
        }
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !root.relativize(file).toString().matches("(.*[/\\\\])?(target|node_modules)[/\\\\].*"))
                    .sorted()
                    .toList();
        }
    }
}
