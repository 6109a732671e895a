package dev.docket.content;

import dev.docket.content.AttachmentProperties.S3;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket, which has to be there; names are its keys. */
final class S3Objects implements ObjectStore {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;

    private S3Objects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    static S3Objects connect(S3 s3) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(s3.region()))
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(SILENCE))
                        // Other stores than Amazon's do not know its newest checksums.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (s3.endpoint() != null) {
            builder.endpointOverride(s3.endpoint()).forcePathStyle(true);
        }
        if (s3.accessKey() != null && s3.secretKey() != null) {
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())));
        }
        return new S3Objects(builder.build(), s3.bucket());
    }

    @Override
    public void put(String name, Path file) {
        tried(() -> client.putObject(put -> put.bucket(bucket).key(name), file));
    }

    @Override
    public void mark(String name) {
        tried(() -> client.putObject(put -> put.bucket(bucket).key(name), RequestBody.empty()));
    }

    @Override
    public boolean exists(String name) {
        return found(() -> client.headObject(head -> head.bucket(bucket).key(name))).isPresent();
    }

    @Override
    public Optional<InputStream> read(String name, long first, long count) {
        String range = "bytes=%d-%d".formatted(first, first + count - 1);
        return found(() -> client.getObject(get -> get.bucket(bucket).key(name).range(range)))
                .map(Body::new);
    }

    @Override
    public void move(String from, String to) {
        found(() ->
                        client.copyObject(copy ->
                                copy.sourceBucket(bucket)
                                        .sourceKey(from)
                                        .destinationBucket(bucket)
                                        .destinationKey(to)))
                .ifPresent(copied -> delete(from));
    }

    @Override
    public void delete(String name) {
        tried(() -> client.deleteObject(delete -> delete.bucket(bucket).key(name)));
    }

    @Override
    public List<String> list(String prefix, int limit) {
        return tried(() ->
                        client.listObjectsV2(l -> l.bucket(bucket).prefix(prefix).maxKeys(limit)))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw away(e);
        } catch (SdkException e) {
            throw away(e);
        }
    }

    private static <T> T tried(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw away(e);
        }
    }

    private static ContentAwayException away(SdkException cause) {
        return new ContentAwayException("The S3-compatible store refuses", cause);
    }

    /** Whoever closes it early does not want to be sent the rest. */
    private static final class Body extends FilterInputStream {
        private final ResponseInputStream<GetObjectResponse> body;

        Body(ResponseInputStream<GetObjectResponse> body) {
            super(body);
            this.body = body;
        }

        @Override
        public void close() {
            body.abort();
        }
    }
}
