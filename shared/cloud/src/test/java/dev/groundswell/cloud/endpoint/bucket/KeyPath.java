package dev.groundswell.cloud.endpoint.bucket;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * An object's key as a path of plain file names: its slashes are folders, and what could mislead a file system ({@code
 * ..}, an empty part, a letter outside ASCII) is written as {@code %2E}. Each key has one path and each path one key.
 */
final class KeyPath {

    /** S3's own limit, in bytes of UTF-8. */
    private static final int LONGEST_KEY = 1024;

    /** What every file system takes. */
    private static final int LONGEST_NAME = 255;

    private static final String UNCHANGED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+@,";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Stands for an empty part, which no file name can be. */
    private static final String EMPTY = "%";

    private KeyPath() {}

    static Path of(Path folder, String key) throws S3Error {
        if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw new S3Error(400, "KeyTooLongError", "Your key is too long: " + LONGEST_KEY + " bytes are the limit.");
        }
        Path path = folder;
        for (String part : key.split("/", -1)) {
            path = path.resolve(name(part));
        }
        return path;
    }

    private static String name(String part) throws S3Error {
        if (part.isEmpty()) {
            return EMPTY;
        }
        boolean dots = part.equals(".") || part.equals("..");
        var name = new StringBuilder();
        for (byte each : part.getBytes(StandardCharsets.UTF_8)) {
            boolean keeps = !dots && UNCHANGED.indexOf(each) >= 0;
            name.append(keeps ? String.valueOf((char) each) : "%" + HEX.toHexDigits(each));
        }
        if (name.length() > LONGEST_NAME) {
            throw new S3Error(400, "KeyTooLongError", "A part of this key is too long for a file name: " + part);
        }
        return name.toString();
    }

    static String key(Path folder, Path file) {
        List<String> parts = new ArrayList<>();
        StreamSupport.stream(folder.relativize(file).spliterator(), false).forEach(name -> parts.add(part(name)));
        return String.join("/", parts);
    }

    private static String part(Path name) {
        String text = name.toString();
        if (text.equals(EMPTY)) {
            return "";
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && i + 2 < text.length()) {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
