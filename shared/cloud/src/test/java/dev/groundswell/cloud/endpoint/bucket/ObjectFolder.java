package dev.groundswell.cloud.endpoint.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files under the buckets: {@code <root>/<bucket>/<key>} is an object's bytes and nothing else, so that a person can
 * look at it, and put one there by hand. What S3 keeps besides lies in {@code <root>/.about/<bucket>/<key>}; it names the
 * size and time of the file it is about, and counts for no other. A file gets its name when it is whole.
 */
final class ObjectFolder {

    private static final Pattern BUCKET = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9.-]{1,62}");
    private static final String ETAG = "etag";
    private static final String SIZE = "size";
    private static final String MODIFIED = "modified";

    private final Path root;
    private final Path about;
    private final Path incoming;

    /** Held for a look or a rename, never while bytes flow. */
    private final Object names = new Object();

    ObjectFolder(Path root) throws IOException {
        this.root = root;
        this.about = Files.createDirectories(root.resolve(".about"));
        this.incoming = Files.createDirectories(root.resolve(".incoming"));
        // What a killed process had not received whole.
        try (Stream<Path> halves = Files.list(incoming)) {
            for (Path half : halves.toList()) {
                deleteTree(half);
            }
        }
    }

    Path root() {
        return root;
    }

    /** A name for a file that is to get another one once it is whole. */
    Path newFile() {
        return incoming.resolve(UUID.randomUUID().toString());
    }

    ReceivedBody receive(InputStream body) throws IOException {
        return ReceivedBody.receive(newFile(), body);
    }

    /** Moves what is to be deleted to where the next start would delete it. */
    Path setAside(Path folder) throws IOException {
        Path aside = newFile();
        Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        return aside;
    }

    // ---- buckets

    void createBucket(String bucket) throws IOException, S3Error {
        if (!BUCKET.matcher(bucket).matches()) {
            throw new S3Error(400, "InvalidBucketName", "This is no bucket's name: " + bucket);
        }
        Files.createDirectories(root.resolve(bucket));
    }

    void requireBucket(String bucket) throws S3Error {
        if (!BUCKET.matcher(bucket).matches() || !Files.isDirectory(root.resolve(bucket))) {
            throw S3Error.noSuchBucket(bucket);
        }
    }

    List<String> buckets() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    void deleteBucket(String bucket) throws IOException, S3Error {
        requireBucket(bucket);
        if (!keys(bucket, "").isEmpty()) {
            throw new S3Error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty: " + bucket);
        }
        deleteTree(root.resolve(bucket));
    }

    // ---- objects

    /** What is asked of the object under a name before it is replaced. */
    @FunctionalInterface
    interface Condition {
        void check(Optional<StoredObject> existing) throws S3Error;
    }

    /**
     * Gives a received body its name.
     *
     * @param etag its MD5, or that of its parts
     */
    void put(
            String bucket, String key, ReceivedBody body, String etag, Map<String, String> headers, Condition condition)
            throws IOException, S3Error {
        Path file = KeyPath.of(root.resolve(bucket), key);
        Path aboutFile = KeyPath.of(about.resolve(bucket), key);
        Path newAbout = writeAbout(body.file(), etag, headers);
        try {
            synchronized (names) {
                condition.check(look(bucket, key));
                createFolders(file, key);
                createFolders(aboutFile, key);
                rename(body.file(), file);
                rename(newAbout, aboutFile);
            }
        } finally {
            Files.deleteIfExists(newAbout);
        }
    }

    private static void createFolders(Path file, String key) throws IOException, S3Error {
        try {
            Files.createDirectories(file.getParent());
        } catch (FileAlreadyExistsException e) {
            throw collision(key);
        }
        if (Files.isDirectory(file)) {
            throw collision(key);
        }
    }

    /** S3 knows no folders; files do, and cannot bear a name that is also a folder's. */
    private static S3Error collision(String key) {
        return new S3Error(
                409,
                "OperationAborted",
                "A folder of files cannot hold the key " + key + " beside one that it begins.");
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path writeAbout(Path body, String etag, Map<String, String> headers) throws IOException {
        var properties = new Properties();
        headers.forEach(properties::setProperty);
        properties.setProperty(ETAG, etag);
        properties.setProperty(SIZE, Long.toString(Files.size(body)));
        properties.setProperty(MODIFIED, Files.getLastModifiedTime(body).toString());
        Path file = Files.createTempFile(incoming, "about-", "");
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    /** An object and its bytes, which stay readable when it is replaced or deleted meanwhile. */
    record Opened(StoredObject object, FileChannel bytes) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    Opened open(String bucket, String key) throws IOException, S3Error {
        synchronized (names) {
            StoredObject object = look(bucket, key).orElseThrow(() -> S3Error.noSuchKey(key));
            return new Opened(object, FileChannel.open(object.file()));
        }
    }

    StoredObject find(String bucket, String key) throws IOException, S3Error {
        synchronized (names) {
            return look(bucket, key).orElseThrow(() -> S3Error.noSuchKey(key));
        }
    }

    private Optional<StoredObject> look(String bucket, String key) throws IOException, S3Error {
        Path file = KeyPath.of(root.resolve(bucket), key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Map<String, String> kept = readAbout(KeyPath.of(about.resolve(bucket), key), attributes);
        String etag = kept.containsKey(ETAG) ? kept.get(ETAG) : md5(file);
        kept.keySet().removeAll(List.of(ETAG, SIZE, MODIFIED));
        return Optional.of(new StoredObject(
                key, file, attributes.size(), attributes.lastModifiedTime().toInstant(), etag, kept));
    }

    /** Empty for a file that was put there by hand, or whose process was killed between the two names. */
    private static Map<String, String> readAbout(Path file, BasicFileAttributes attributes) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (FileSystemException e) {
            return new HashMap<>();
        }
        boolean isAboutIt = Long.toString(attributes.size()).equals(properties.getProperty(SIZE))
                && attributes.lastModifiedTime().toString().equals(properties.getProperty(MODIFIED));
        var kept = new HashMap<String, String>();
        if (isAboutIt) {
            properties.stringPropertyNames().forEach(name -> kept.put(name, properties.getProperty(name)));
        }
        return kept;
    }

    private static String md5(Path file) throws IOException {
        var digest = ReceivedBody.md5Digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    void delete(String bucket, String key) throws IOException, S3Error {
        synchronized (names) {
            Path file = KeyPath.of(root.resolve(bucket), key);
            if (Files.isRegularFile(file)) {
                Files.delete(file);
                Files.deleteIfExists(KeyPath.of(about.resolve(bucket), key));
            }
        }
    }

    /** The keys that begin so, in S3's order: that of their bytes. */
    List<String> keys(String bucket, String prefix) throws IOException {
        Path folder = root.resolve(bucket);
        var keys = new ArrayList<String>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String key = KeyPath.key(folder, file);
                if (key.startsWith(prefix)) {
                    keys.add(key);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        keys.sort(Utf8Order.INSTANCE);
        return keys;
    }

    static void deleteTree(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException error) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
