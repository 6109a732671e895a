package dev.docket.content;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the bytes of attachments are, and how many there may be. Command and query nodes must be
 * told the same place.
 *
 * @param directory the store's own, or, beside an S3-compatible store, where uploads are gathered
 * @param s3 a store to be used instead of the directory
 * @param largestFile of one file
 * @param filesPerMessage that one reply or note brings, or that belong to the ticket itself
 * @param largestTicket of all files of one ticket together
 * @param filesPerArticle that an article has
 * @param largestArticle of all files of one article together
 * @param unattachedFor how long a file is kept that nothing brings along
 */
@ConfigurationProperties("docket.attachments")
public record AttachmentProperties(
        @DefaultValue("${user.home}/.docket/attachments") Path directory,
        @Nullable S3 s3,
        @DefaultValue("25MB") DataSize largestFile,
        @DefaultValue("20") int filesPerMessage,
        @DefaultValue("100MB") DataSize largestTicket,
        @DefaultValue("100") int filesPerArticle,
        @DefaultValue("100MB") DataSize largestArticle,
        @DefaultValue("24h") Duration unattachedFor) {

    public AttachmentProperties {
        if (largestFile.toBytes() < 1
                || filesPerMessage < 1
                || filesPerArticle < 1
                || largestTicket.compareTo(largestFile) < 0
                || largestArticle.compareTo(largestFile) < 0
                || !unattachedFor.isPositive()) {
            throw new IllegalArgumentException(
                    "docket.attachments.*: limits are positive, and tickets and articles hold"
                            + " the largest file");
        }
    }

    /**
     * A store that speaks S3.
     *
     * @param endpoint its address; absent for that of AWS
     * @param accessKey absent if credentials come from the environment, as the AWS SDK finds them
     */
    public record S3(
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            String bucket,
            @Nullable String accessKey,
            @Nullable String secretKey) {}
}
