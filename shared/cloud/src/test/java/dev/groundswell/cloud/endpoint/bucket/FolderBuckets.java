package dev.groundswell.cloud.endpoint.bucket;

import com.sun.net.httpserver.HttpServer;
import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.cloud.function.SdkClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * S3 on a port of the loopback interface, its objects plain files: {@code <folder>/<bucket>/<key>}. What was acknowledged
 * survives {@code kill -9}: a file gets its name, and a part its number, only when it is whole.
 *
 * <p>Operations: CreateBucket, HeadBucket, DeleteBucket, ListBuckets, ListObjectsV2, PutObject, GetObject with a range,
 * HeadObject, DeleteObject, DeleteObjects, and multipart uploads with CreateMultipartUpload, UploadPart, ListParts,
 * ListMultipartUploads, CompleteMultipartUpload, AbortMultipartUpload; each in path style, by an SDK or presigned,
 * writes also on the conditions {@code If-Match} and {@code If-None-Match}. Anything else answers 501.
 *
 * <p>Limits: S3's own for keys, part sizes and part numbers. Besides, a key cannot stand beside another that begins with
 * it and a slash, since a folder of files cannot hold both.
 */
public final class FolderBuckets implements AutoCloseable {

    /** Whoever signs for this endpoint does it with these; they open nothing else. */
    private static final String ACCESS_KEY = "local";

    private static final String SECRET_KEY = "local";

    private static final int BACKLOG = 128;

    private final ObjectFolder objects;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final boolean temporary;

    private FolderBuckets(Path folder, boolean temporary, int port, InstantSource time) throws IOException {
        this.temporary = temporary;
        this.objects = new ObjectFolder(folder);
        // Without it, the JDK's server waits 40 ms for an acknowledgement between header and body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.setExecutor(threads);
        server.createContext(
                "/", new BucketApi(objects, new UploadFolder(objects), new Signature(ACCESS_KEY, SECRET_KEY, time)));
        server.start();
    }

    /**
     * Serves what lies in {@code folder}, made if it is not there.
     *
     * @param port 0 takes a free one
     * @param time decides when a presigned address ends; the wall clock, which the SDK signs by
     * @throws UncheckedIOException if the folder cannot be written or the port is taken
     */
    public static FolderBuckets open(Path folder, int port, InstantSource time) {
        try {
            return new FolderBuckets(Files.createDirectories(folder), false, port, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves a folder of its own that {@link #close} deletes. */
    public static FolderBuckets temporary(int port, InstantSource time) {
        try {
            return new FolderBuckets(Files.createTempDirectory("groundswell-buckets-"), true, port, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code AWS_ENDPOINT_URL_S3}. */
    public String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The S3 client and presigner of this endpoint, made as a function's are; no other service answers here. */
    public AwsClients clients() {
        return new SdkClients(
                Map.of("AWS_ENDPOINT_URL_S3", endpoint(), "AWS_REGION", "us-east-1"),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)));
    }

    /** Makes a bucket, unless it is there. */
    public void create(String bucket) {
        try {
            objects.createBucket(bucket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (S3Error e) {
            throw new IllegalArgumentException(e);
        }
    }

    ObjectFolder objects() {
        return objects;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        if (temporary) {
            try {
                ObjectFolder.deleteTree(objects.root());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
