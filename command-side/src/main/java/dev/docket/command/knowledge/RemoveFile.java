package dev.docket.command.knowledge;

import dev.docket.command.attachment.Attachment;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.FileRemoved;
import dev.docket.event.knowledge.ArticleId;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a file away for good and at once, from what readers see too: who finds a password in a
 * picture must not have to wait for a review. Its bytes are erased; why it is gone stays.
 */
public record RemoveFile(
        @TargetAggregateIdentifier ArticleId article, AttachmentId attachment, String reason)
        implements ArticleFileCommand {

    @Override
    public Decision<ArticleEvent> decide(
            Article article, Actor actor, Function<AttachmentId, Optional<Attachment>> files) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleText.requiredReason(reason)),
                () ->
                        article.hasFile(attachment)
                                ? Decision.happened(
                                        new FileRemoved(this.article, attachment, reason))
                                : Decision.refused(
                                        ArticleRule.FILE_NOT_FOUND,
                                        "The article has no file " + attachment));
    }
}
