package dev.docket.command.knowledge.base;

import dev.docket.command.dispatch.Decided;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryAdded;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryMoved;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRemoved;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRenamed;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryVisibilityChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.ReviewDemandChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.StalenessChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsAdded;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsRemoved;
import dev.docket.event.knowledge.SynonymsId;
import dev.docket.event.knowledge.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an organisation's knowledge need to know, folded from its events. An
 * organisation that has said nothing has one too: empty, without demands.
 *
 * @param version of the last event that is folded in, -1 before the first
 * @param categories those below one parent in their order
 * @param removed where the articles of categories that are gone went
 * @param stalenessMonths after so many without a confirmation an article is taken for stale
 */
public record KnowledgeBase(
        TenantId tenant,
        long version,
        List<Category> categories,
        List<Removed> removed,
        boolean reviewDemanded,
        int stalenessMonths,
        List<Synonyms> synonyms,
        RecentCommands<KnowledgeBaseId> recent)
        implements Decided<KnowledgeBaseId> {

    /** A category that is gone, and its parent then. */
    record Removed(CategoryId category, @Nullable CategoryId into) {}

    /** Words that search takes for one another. */
    record Synonyms(SynonymsId id, SortedSet<String> words) {}

    /** Of an organisation that has said nothing yet. */
    public static KnowledgeBase untouched(TenantId tenant) {
        return new KnowledgeBase(
                tenant,
                -1,
                List.of(),
                List.of(),
                false,
                KnowledgeBaseEvent.USUAL_STALENESS_MONTHS,
                List.of(),
                RecentCommands.none());
    }

    public KnowledgeBaseId id() {
        return KnowledgeBaseId.of(tenant);
    }

    @Override
    public KnowledgeBaseId answer() {
        return id();
    }

    @Override
    public Optional<Outcome<KnowledgeBaseId>> repeated(Wish wish) {
        return recent.answered(wish, version);
    }

    public Optional<Category> category(CategoryId id) {
        return categories.stream().filter(category -> category.id().equals(id)).findFirst();
    }

    /** Those below a parent, in their order; null for those at the top. */
    public List<Category> below(@Nullable CategoryId parent) {
        return categories.stream()
                .filter(category -> Objects.equals(category.parent(), parent))
                .toList();
    }

    /** The category itself, or where its articles are since it was removed; null for nowhere. */
    public @Nullable CategoryId living(@Nullable CategoryId category) {
        CategoryId current = category;
        while (current != null && category(current).isEmpty()) {
            CategoryId gone = current;
            current =
                    removed.stream()
                            .filter(removal -> removal.category().equals(gone))
                            .findFirst()
                            .map(Removed::into)
                            .orElse(null);
        }
        return current;
    }

    /** Who may read an article at most: as its category and all above let them. */
    public Visibility readable(Visibility article, @Nullable CategoryId in) {
        Visibility readers = article;
        Optional<Category> category = Optional.ofNullable(in).flatMap(this::category);
        while (category.isPresent()) {
            readers = readers.within(category.get().visibility());
            category = Optional.ofNullable(category.get().parent()).flatMap(this::category);
        }
        return readers;
    }

    /** The state after an event. */
    public static KnowledgeBase evolve(
            KnowledgeBase before, KnowledgeBaseEvent event, Facts facts, long version) {
        Changes to = new Changes(before);
        switch (event) {
            case CategoryAdded e -> {
                // One that comes again is where its articles are, and no way to elsewhere.
                to.removed.removeIf(removal -> removal.category().equals(e.category()));
                to.place(
                        new Category(e.category(), e.parent(), e.names(), e.visibility()),
                        e.place());
            }
            case CategoryRenamed e ->
                    to.replace(
                            e.category(),
                            c -> new Category(c.id(), c.parent(), e.to(), c.visibility()));
            case CategoryVisibilityChanged e ->
                    to.replace(
                            e.category(), c -> new Category(c.id(), c.parent(), c.names(), e.to()));
            case CategoryMoved e -> {
                Category old = to.take(e.category());
                to.place(new Category(old.id(), e.to(), old.names(), old.visibility()), e.place());
            }
            case CategoryRemoved e -> {
                to.take(e.category());
                to.removed.add(new Removed(e.category(), e.into()));
            }
            case ReviewDemandChanged e -> to.reviewDemanded = e.demanded();
            case StalenessChanged e -> to.stalenessMonths = e.months();
            case SynonymsAdded e -> to.synonyms.add(new Synonyms(e.synonyms(), e.words()));
            case SynonymsRemoved e -> to.synonyms.removeIf(s -> s.id().equals(e.synonyms()));
        }
        return to.knowledgeBase(version, facts);
    }

    /** The state under change, so that each event only names what it changes. */
    private static final class Changes {
        private final KnowledgeBase before;
        private final List<Category> categories;
        private final List<Removed> removed;
        private final List<Synonyms> synonyms;
        private boolean reviewDemanded;
        private int stalenessMonths;

        Changes(KnowledgeBase before) {
            this.before = before;
            categories = new ArrayList<>(before.categories);
            removed = new ArrayList<>(before.removed);
            synonyms = new ArrayList<>(before.synonyms);
            reviewDemanded = before.reviewDemanded;
            stalenessMonths = before.stalenessMonths;
        }

        /** Before the sibling that has the place now, or behind all others. */
        void place(Category category, int place) {
            int siblings = 0;
            for (int i = 0; i < categories.size(); i++) {
                if (Objects.equals(categories.get(i).parent(), category.parent())
                        && siblings++ == place) {
                    categories.add(i, category);
                    return;
                }
            }
            categories.add(category);
        }

        void replace(CategoryId id, UnaryOperator<Category> change) {
            categories.replaceAll(c -> c.id().equals(id) ? change.apply(c) : c);
        }

        Category take(CategoryId id) {
            Category taken =
                    before.category(id)
                            .orElseThrow(
                                    () -> new IllegalStateException("There is no category " + id));
            categories.remove(taken);
            return taken;
        }

        KnowledgeBase knowledgeBase(long version, Facts facts) {
            return new KnowledgeBase(
                    before.tenant,
                    version,
                    List.copyOf(categories),
                    List.copyOf(removed),
                    reviewDemanded,
                    stalenessMonths,
                    List.copyOf(synonyms),
                    before.recent.with(facts, version, before.id()));
        }
    }
}
