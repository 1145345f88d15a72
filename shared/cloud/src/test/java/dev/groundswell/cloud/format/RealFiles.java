package dev.groundswell.cloud.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.jr.ob.JSON;

/** Real files of platforms and shops, which lie beside the project and are no part of it: tests without them are skipped. */
final class RealFiles {

    private static final Path ROOT = Path.of(System.getProperty("groundswell.root", ""));
    private static final Path DATA = ROOT.resolve("../shared/data");

    private RealFiles() {}

    static Path path(String name) {
        var file = DATA.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "The real file " + name + " is not here: " + file);
        return file;
    }

    static Map<String, Object> json(String name) {
        return json(path(name));
    }

    static Map<String, Object> json(Path file) {
        return JSON.std.mapFrom(text(file, StandardCharsets.UTF_8));
    }

    /** A mapping that is shipped. */
    static Map<String, Object> mapping(String name) {
        return json(ROOT.resolve("docs/mappings").resolve(name));
    }

    /** A how-to page's text. */
    static String page(String name) {
        return text(ROOT.resolve("docs/how-to").resolve(name), StandardCharsets.UTF_8);
    }

    static Path shipped(String name) {
        return ROOT.resolve("docs/mappings").resolve(name);
    }

    static List<Map<String, String>> rows(String name, Charset encoding) {
        return rows(path(name), encoding);
    }

    /** The rows of a CSV file by header, its headers as they are. */
    static List<Map<String, String>> rows(Path file, Charset encoding) {
        var lines = cells(text(file, encoding));
        var header = lines.getFirst();
        return lines.stream().skip(1).map(cells -> row(header, cells)).toList();
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        for (var i = 0; i < header.size(); i++) {
            row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return row;
    }

    /** As RFC 4180 has it; a quote within a cell that has none around it is itself. */
    private static List<List<String>> cells(String text) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isQuoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (isQuoted || cell.isEmpty())) {
                isQuoted = !isQuoted;
            } else if (isQuoted || (c != ',' && c != '\n' && c != '\r')) {
                cell.append(c);
            } else if (c != '\r') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        lines.removeIf(cells -> cells.equals(List.of("")));
        return lines;
    }

    private static String text(Path file, Charset encoding) {
        try {
            return Files.readString(file, encoding);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
