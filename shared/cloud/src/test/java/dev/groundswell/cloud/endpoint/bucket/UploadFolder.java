package dev.groundswell.cloud.endpoint.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Multipart uploads under way: {@code <root>/.uploads/<id>/} holds each part that has arrived whole. */
final class UploadFolder {

    /** S3's own: all parts but the last have at least so many bytes. */
    private static final long SMALLEST_PART = 5L * 1024 * 1024;

    private static final int MOST_PARTS = 10_000;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{32}");
    private static final Pattern PART = Pattern.compile("part-(\\d{5})-([0-9a-f]{32})");
    private static final String ABOUT = "about";
    private static final String BUCKET = "-bucket";
    private static final String KEY = "-key";

    private final Path root;
    private final ObjectFolder objects;

    UploadFolder(ObjectFolder objects) throws IOException {
        this.objects = objects;
        this.root = Files.createDirectories(objects.root().resolve(".uploads"));
    }

    /** A part that has arrived. */
    record Part(int number, String etag, Path file, long size, Instant modified) {}

    /** An upload under way. */
    record Upload(String id, String bucket, String key, Instant begun) {}

    String begin(String bucket, String key, Map<String, String> headers) throws IOException {
        String id = UUID.randomUUID().toString().replace("-", "");
        var about = new Properties();
        headers.forEach(about::setProperty);
        about.setProperty(BUCKET, bucket);
        about.setProperty(KEY, key);
        Path folder = Files.createDirectory(root.resolve(id));
        Path half = folder.resolve(ABOUT + "-half");
        try (var out = Files.newBufferedWriter(half)) {
            about.store(out, null);
        }
        Files.move(half, folder.resolve(ABOUT), StandardCopyOption.ATOMIC_MOVE);
        return id;
    }

    /** The uploads of a bucket that are neither completed nor aborted. */
    List<Upload> underWay(String bucket) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.flatMap(folder -> read(folder).stream())
                    .filter(upload -> upload.bucket().equals(bucket))
                    .sorted(Comparator.comparing(Upload::key, Utf8Order.INSTANCE)
                            .thenComparing(Upload::begun))
                    .toList();
        }
    }

    private static List<Upload> read(Path folder) {
        Path about = folder.resolve(ABOUT);
        try {
            Properties properties = load(about);
            return List.of(new Upload(
                    folder.getFileName().toString(),
                    properties.getProperty(BUCKET),
                    properties.getProperty(KEY),
                    Files.getLastModifiedTime(about).toInstant()));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(Path about) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(about)) {
            properties.load(in);
        }
        return properties;
    }

    /** The folder of an upload of this object. */
    private Path require(String bucket, String key, String id) throws IOException, S3Error {
        if (!ID.matcher(id).matches()) {
            throw S3Error.noSuchUpload();
        }
        try {
            Properties about = load(root.resolve(id).resolve(ABOUT));
            if (!bucket.equals(about.getProperty(BUCKET)) || !key.equals(about.getProperty(KEY))) {
                throw S3Error.noSuchUpload();
            }
            return root.resolve(id);
        } catch (NoSuchFileException e) {
            throw S3Error.noSuchUpload();
        }
    }

    // ---- parts

    void put(String bucket, String key, String id, int number, ReceivedBody body) throws IOException, S3Error {
        if (number < 1 || number > MOST_PARTS) {
            throw S3Error.invalid("Part number must be an integer between 1 and " + MOST_PARTS + ".");
        }
        Path folder = require(bucket, key, id);
        String name = "part-%05d-".formatted(number);
        try {
            Files.move(
                    body.file(),
                    folder.resolve(name + body.md5()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            throw S3Error.noSuchUpload();
        }
        for (Part other : partFiles(folder)) {
            if (other.number() == number && !other.etag().equals(body.md5())) {
                Files.deleteIfExists(other.file());
            }
        }
    }

    /** The parts that have arrived, by number. */
    List<Part> parts(String bucket, String key, String id) throws IOException, S3Error {
        var byNumber = new TreeMap<Integer, Part>();
        for (Part part : partFiles(require(bucket, key, id))) {
            byNumber.merge(part.number(), part, (one, two) -> one.modified().isAfter(two.modified()) ? one : two);
        }
        return List.copyOf(byNumber.values());
    }

    private static List<Part> partFiles(Path folder) throws IOException, S3Error {
        var parts = new ArrayList<Part>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = PART.matcher(file.getFileName().toString());
                if (name.matches()) {
                    parts.add(new Part(
                            Integer.parseInt(name.group(1)),
                            name.group(2),
                            file,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toInstant()));
                }
            }
        } catch (NoSuchFileException e) {
            throw S3Error.noSuchUpload();
        }
        return parts;
    }

    // ---- the end of an upload

    /** A part that whoever completes the upload names. */
    record NamedPart(int number, String etag) {}

    /** Makes the object of the named parts and forgets the upload; returns the object's ETag. */
    String complete(String bucket, String key, String id, List<NamedPart> named, ObjectFolder.Condition condition)
            throws IOException, S3Error {
        Path folder = require(bucket, key, id);
        List<Part> chosen = choose(named, parts(bucket, key, id));
        String etag = etag(chosen);
        try (ReceivedBody whole = whole(chosen)) {
            objects.put(bucket, key, whole, etag, headers(folder), condition);
        } catch (NoSuchFileException e) {
            // Completed or aborted by another at the same time.
            throw S3Error.noSuchUpload();
        }
        forget(folder);
        return etag;
    }

    private static List<Part> choose(List<NamedPart> named, List<Part> present) throws S3Error {
        var byNumber = new HashMap<Integer, Part>();
        present.forEach(part -> byNumber.put(part.number(), part));
        var chosen = new ArrayList<Part>();
        for (NamedPart each : named) {
            Part part = byNumber.get(each.number());
            if (part == null || !part.etag().equals(each.etag())) {
                throw new S3Error(400, "InvalidPart", "The part " + each.number() + " is not there with that ETag.");
            }
            if (!chosen.isEmpty() && chosen.getLast().number() >= part.number()) {
                throw new S3Error(400, "InvalidPartOrder", "The parts are not in ascending order.");
            }
            chosen.add(part);
        }
        if (chosen.isEmpty()) {
            throw new S3Error(400, "MalformedXML", "An upload is completed with at least one part.");
        }
        if (chosen.stream().limit(chosen.size() - 1L).anyMatch(part -> part.size() < SMALLEST_PART)) {
            throw new S3Error(400, "EntityTooSmall", "Every part but the last has at least 5 MiB.");
        }
        return chosen;
    }

    private static String etag(List<Part> parts) {
        MessageDigest digest = ReceivedBody.md5Digest();
        parts.forEach(part -> digest.update(HexFormat.of().parseHex(part.etag())));
        return HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
    }

    /** A single part becomes the object as it is, whatever its size; the upload keeps it until it is forgotten. */
    private ReceivedBody whole(List<Part> parts) throws IOException {
        if (parts.size() == 1) {
            try {
                Path link = objects.newFile();
                return new ReceivedBody(
                        Files.createLink(link, parts.getFirst().file()),
                        parts.getFirst().etag());
            } catch (UnsupportedOperationException e) {
                // A file system without second names: copied then.
            }
        }
        return concatenate(parts);
    }

    private ReceivedBody concatenate(List<Part> parts) throws IOException {
        ReceivedBody whole = objects.receive(InputStream.nullInputStream());
        try (FileChannel to = FileChannel.open(whole.file(), StandardOpenOption.WRITE)) {
            for (Part part : parts) {
                append(part, to);
            }
        } catch (IOException e) {
            whole.close();
            throw e;
        }
        return whole;
    }

    private static void append(Part part, FileChannel to) throws IOException {
        try (FileChannel from = FileChannel.open(part.file())) {
            long done = 0;
            while (done < from.size()) {
                done += from.transferTo(done, from.size() - done, to);
            }
        }
    }

    private static Map<String, String> headers(Path folder) throws IOException {
        Properties about = load(folder.resolve(ABOUT));
        var headers = new HashMap<String, String>();
        about.stringPropertyNames().stream()
                .filter(name -> !name.equals(BUCKET) && !name.equals(KEY))
                .forEach(name -> headers.put(name, Objects.requireNonNull(about.getProperty(name))));
        return headers;
    }

    void abort(String bucket, String key, String id) throws IOException, S3Error {
        forget(require(bucket, key, id));
    }

    /** In one step for whoever looks, also if the process is killed at it: half an upload would be worse than none. */
    private void forget(Path folder) throws IOException {
        ObjectFolder.deleteTree(objects.setAside(folder));
    }
}
