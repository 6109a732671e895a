package dev.docket.command.attachment;

import dev.docket.command.dispatch.Aggregates;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.content.AttachmentProperties;
import dev.docket.content.ContentConfiguration;
import dev.docket.content.ContentStore;
import dev.docket.edge.LargerBody;
import dev.docket.log.LogReader;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The attachment feature of the command side. */
@Configuration(proxyBeanMethods = false)
@Import({ContentConfiguration.class, AttachmentController.class, ContentAwayAdvice.class})
public class AttachmentConfiguration {

    private static final int SECONDS_BETWEEN_SWEEPS = 600;

    /** Without a cache: a file is asked about twice in its life. */
    @Bean
    Repository<AttachmentAggregate> attachmentRepository(Aggregates aggregates) {
        return aggregates.uncached(AttachmentAggregate.class);
    }

    @Bean
    AggregateAnnotationCommandHandler<AttachmentAggregate> attachmentHandler(
            Aggregates aggregates, Repository<AttachmentAggregate> attachmentRepository) {
        return aggregates.handler(AttachmentAggregate.class, attachmentRepository);
    }

    @Bean
    AttachmentsAtWork attachmentsAtWork(
            Repository<AttachmentAggregate> attachmentRepository,
            ContentStore content,
            Clock clock) {
        return new AttachmentsAtWork(attachmentRepository, content, clock);
    }

    @Bean
    Attachments attachments(
            CommandDispatch dispatch,
            LogReader log,
            ContentStore content,
            AttachmentProperties properties,
            Clock clock) {
        return new Attachments(dispatch, log, content, properties, clock);
    }

    @Bean
    MediaTypes mediaTypes() {
        return new MediaTypes();
    }

    @Bean
    LargerBody uploads(AttachmentProperties properties) {
        return new LargerBody(
                "POST", AttachmentController.PATH, properties.largestFile().toBytes());
    }

    @Bean
    UnattachedFiles unattachedFiles(Attachments attachments, ContentStore content, Clock clock) {
        return new UnattachedFiles(attachments, content, clock);
    }

    /** Nodes that were started together do not sweep together. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService attachmentSweeps(UnattachedFiles files) {
        ScheduledExecutorService sweeps =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("docket-attachments").factory());
        int first = ThreadLocalRandom.current().nextInt(SECONDS_BETWEEN_SWEEPS);
        var _ =
                sweeps.scheduleWithFixedDelay(
                        files, first, SECONDS_BETWEEN_SWEEPS, TimeUnit.SECONDS);
        return sweeps;
    }
}
