package dev.docket.command.knowledge.base;

import dev.docket.event.TenantId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.knowledge.Visibility.Audience;
import jakarta.validation.constraints.NotNull;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may read, as requests say it.
 *
 * @param organisations whose requesters may read beside those of the caller's own
 */
public record VisibleTo(
        @NotNull(message = "is required") Audience audience,
        @Nullable SortedSet<@NotNull(message = "is required") TenantId> organisations) {

    public Visibility visibility() {
        return new Visibility(audience, organisations == null ? new TreeSet<>() : organisations);
    }
}
