package dev.docket.command.knowledge;

import dev.docket.command.attachment.Attachment;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleId;
import java.util.Optional;
import java.util.function.Function;

/**
 * A wish that concerns an article and files. What happens to them is recorded together or not at
 * all.
 */
public sealed interface ArticleFileCommand permits AttachFiles, RemoveFile {

    ArticleId article();

    /**
     * @param files what is known of those that the wish names
     */
    Decision<ArticleEvent> decide(
            Article article, Actor actor, Function<AttachmentId, Optional<Attachment>> files);
}
