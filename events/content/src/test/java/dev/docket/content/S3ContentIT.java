package dev.docket.content;

import dev.docket.content.AttachmentProperties.S3;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store in a bucket: S3Proxy's, or with {@code -Ddocket.test.s3=ENDPOINT} one of a server that
 * has a bucket {@code docket} of this test's own and takes the credentials {@code docket} and
 * {@code docket-secret}.
 */
class S3ContentIT extends ContentStoreContract {

    private static final @Nullable String RUNNING = System.getProperty("docket.test.s3");

    private static @Nullable S3Server server;

    S3ContentIT(@TempDir Path directory) {
        super(directory, bucket(), 40);
    }

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        if (RUNNING == null) {
            server = S3Server.start(directory);
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static URI endpoint() {
        return server == null ? URI.create(String.valueOf(RUNNING)) : server.endpoint();
    }

    private static ObjectStore bucket() {
        S3Objects bucket =
                S3Objects.connect(
                        new S3(endpoint(), "us-east-1", "docket", "docket", "docket-secret"));
        Stream.of("content/", "references/", "due/", "leaving/")
                .flatMap(prefix -> bucket.list(prefix, 1_000).stream())
                .forEach(bucket::delete);
        return bucket;
    }
}
