package dev.docket.command.knowledge.base;

import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A place for articles.
 *
 * @param parent null at the top
 */
public record Category(
        CategoryId id,
        @Nullable CategoryId parent,
        SortedMap<Language, String> names,
        Visibility visibility) {}
