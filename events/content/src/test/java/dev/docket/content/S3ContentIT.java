package dev.docket.content;

import dev.docket.content.AttachmentProperties.S3;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store in a bucket, with {@code -Ddocket.test.s3=ENDPOINT} of a server that has a bucket
 * {@code docket} of this test's own and takes the credentials {@code docket} and {@code
 * docket-secret}.
 */
@EnabledIfSystemProperty(named = "docket.test.s3", matches = ".+")
class S3ContentIT extends ContentStoreContract {

    S3ContentIT(@TempDir Path directory) {
        super(directory, bucket(), 40);
    }

    private static ObjectStore bucket() {
        S3Objects bucket =
                S3Objects.connect(
                        new S3(
                                URI.create(System.getProperty("docket.test.s3")),
                                "us-east-1",
                                "docket",
                                "docket",
                                "docket-secret"));
        Stream.of("content/", "references/", "due/", "leaving/")
                .flatMap(prefix -> bucket.list(prefix, 1_000).stream())
                .forEach(bucket::delete);
        return bucket;
    }
}
