package dev.docket.command.knowledge;

import dev.docket.command.attachment.Attachment;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.FilesAttached;
import dev.docket.event.knowledge.ArticleId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Brings files to an article. They begin a revision, so that readers have them no sooner than
 * somebody publishes it, after a review where one is demanded.
 *
 * @param attachments without repetition, each uploaded by whoever brings it
 * @param reason what they are for
 */
public record AttachFiles(
        @TargetAggregateIdentifier ArticleId article,
        List<AttachmentId> attachments,
        @Nullable String reason,
        ArticleFileLimits limits)
        implements ArticleFileCommand {

    @Override
    public Decision<ArticleEvent> decide(
            Article article, Actor actor, Function<AttachmentId, Optional<Attachment>> files) {
        return Decision.unless(
                ArticleGuard.mustBeSeenBy(article, actor)
                        .or(() -> ArticleGuard.mustNotBeArchived(article))
                        .or(() -> ArticleText.reason(reason))
                        .or(() -> mustBeFew(article))
                        .or(() -> Attachment.mustBeFreeFor(actor, attachments, files))
                        .or(() -> EditArticle.mustHaveRoom(article)),
                () -> attached(article, Attachment.described(attachments, files)));
    }

    private Optional<Refusal> mustBeFew(Article before) {
        int count = before.files().size() + attachments.size();
        return count <= limits.files()
                ? Optional.empty()
                : ArticleGuard.refusal(
                        ArticleRule.TOO_MANY_FILES,
                        "attachments",
                        "An article has at most %d files, not %d".formatted(limits.files(), count));
    }

    private Decision<ArticleEvent> attached(Article before, List<AttachedFile> described) {
        long bytes = before.fileBytes() + described.stream().mapToLong(AttachedFile::size).sum();
        return bytes <= limits.bytes()
                ? Decision.happened(
                        new FilesAttached(
                                article,
                                before.revision() + 1,
                                before.content(),
                                described,
                                reason))
                : Decision.refused(
                        ArticleRule.TOO_MANY_BYTES,
                        "attachments",
                        "An article's files have at most %d bytes together, not %d"
                                .formatted(limits.bytes(), bytes));
    }
}
