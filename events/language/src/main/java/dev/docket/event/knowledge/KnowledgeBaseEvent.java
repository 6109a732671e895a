package dev.docket.event.knowledge;

import dev.docket.event.DomainEvent;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation keeps its knowledge: the tree of categories, the rules for articles, the
 * words that mean the same. One stream for each organisation, so that the tree stays a tree.
 */
public sealed interface KnowledgeBaseEvent extends DomainEvent {

    /** After how many months an article is taken for stale where nobody has said otherwise. */
    int USUAL_STALENESS_MONTHS = 6;

    /**
     * @param parent null at the top
     * @param place among those below the same parent, from 0; those from there on move down by one
     */
    record CategoryAdded(
            CategoryId category,
            @Nullable CategoryId parent,
            int place,
            SortedMap<Language, String> names,
            Visibility visibility)
            implements KnowledgeBaseEvent {}

    record CategoryRenamed(
            CategoryId category, SortedMap<Language, String> from, SortedMap<Language, String> to)
            implements KnowledgeBaseEvent {}

    /**
     * @param place among those below the new parent, from 0, counted without this category
     */
    record CategoryMoved(
            CategoryId category, @Nullable CategoryId from, @Nullable CategoryId to, int place)
            implements KnowledgeBaseEvent {}

    record CategoryVisibilityChanged(CategoryId category, Visibility from, Visibility to)
            implements KnowledgeBaseEvent {}

    /**
     * A category without others below it is gone.
     *
     * @param into where its articles are from now on: its parent, or nowhere if it was at the top
     */
    record CategoryRemoved(CategoryId category, @Nullable CategoryId into)
            implements KnowledgeBaseEvent {}

    /**
     * @param demanded whether only an approved revision may be published
     */
    record ReviewDemandChanged(boolean demanded) implements KnowledgeBaseEvent {}

    /**
     * @param months after so many without a confirmation an article is taken for stale
     */
    record StalenessChanged(int from, int months) implements KnowledgeBaseEvent {}

    /**
     * @param words at least two, each of one or more words, in any language
     */
    record SynonymsAdded(SynonymsId synonyms, SortedSet<String> words)
            implements KnowledgeBaseEvent {}

    record SynonymsRemoved(SynonymsId synonyms, SortedSet<String> words)
            implements KnowledgeBaseEvent {}
}
