package dev.docket.command.attachment;

import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.dispatch.RefusedOnVersionException;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentEvent;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.log.FactsMetaData;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Attachment}. */
public class AttachmentAggregate {

    private static final long UNKNOWN = -1;

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable AttachmentId id;

    private @Nullable Attachment attachment;

    /** For Axon, which makes an aggregate and then sources it from its events. */
    protected AttachmentAggregate() {}

    Attachment state() {
        Attachment uploaded = attachment;
        if (uploaded == null) {
            throw new IllegalStateException("The file never came");
        }
        return uploaded;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<AttachedFile> handle(UploadFile command, MetaData beside) {
        return settled(UNKNOWN, command.file(), command.decide(Wish.in(beside).actor()));
    }

    /** The answer to an upload under a key that has brought this file before. */
    @CommandHandler
    Outcome<AttachedFile> handle(RepeatUpload command, MetaData beside) {
        Attachment known = state();
        return known.recent()
                .answered(Wish.in(beside), known.version())
                .orElseThrow(() -> refused(known.version(), RecentCommands.keyReused()));
    }

    @CommandHandler
    Outcome<AttachedFile> handle(ExpireAttachment command) {
        Attachment known = state();
        return settled(known.version(), known.file(), command.decide(known));
    }

    @EventSourcingHandler
    void on(AttachmentEvent event, DomainEventMessage<?> message) {
        id = event.attachment();
        attachment =
                Attachment.evolve(
                        attachment, event, FactsMetaData.in(message), message.getSequenceNumber());
    }

    private static Outcome<AttachedFile> settled(
            long version, AttachedFile file, Decision<AttachmentEvent> decision) {
        return switch (decision) {
            case Decision.Refused<AttachmentEvent> refused ->
                    throw refused(version, refused.refusal());
            case Decision.Nothing<AttachmentEvent> _ -> Outcome.unchanged(version, file);
            case Decision.Happened<AttachmentEvent> happened -> {
                happened.events().forEach(AggregateLifecycle::apply);
                yield Outcome.recorded(version + happened.events().size(), file);
            }
        };
    }

    private static RefusedOnVersionException refused(long version, Refusal refusal) {
        return new RefusedOnVersionException(refusal, version);
    }
}
