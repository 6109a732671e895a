package dev.docket.event.knowledge;

import dev.docket.event.DomainEvent;
import java.time.Instant;

/** How often an article is read: beside its own stream, so that readers disturb no editor. */
public sealed interface ArticleViewsEvent extends DomainEvent {

    /**
     * What one node counted within one minute.
     *
     * @param minute its beginning
     */
    record ViewsCounted(ArticleId article, Instant minute, int views)
            implements ArticleViewsEvent {}
}
