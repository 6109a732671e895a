package dev.docket.projection.knowledge;

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
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The categories of one organisation while a batch is folded into them. */
final class CategoryTree {

    /** A row of {@code category}. */
    static final class Category {
        final UUID id;
        @Nullable UUID parent;
        int place;
        SortedMap<Language, String> names;
        Visibility visibility;
        boolean removed;
        @Nullable UUID wentInto;
        Visibility effective;
        List<UUID> path = List.of();

        Category(UUID id, SortedMap<Language, String> names, Visibility visibility) {
            this.id = id;
            this.names = names;
            this.visibility = visibility;
            this.effective = visibility;
        }
    }

    private final Map<UUID, Category> categories = new LinkedHashMap<>();
    private final Map<UUID, Long> changed = new HashMap<>();
    private long position;

    CategoryTree(Collection<Category> known) {
        known.forEach(category -> categories.put(category.id, category));
    }

    void apply(KnowledgeBaseEvent event, long at) {
        position = at;
        switch (event) {
            case CategoryAdded e -> add(e);
            case CategoryRenamed e -> find(e.category()).names = e.to();
            case CategoryMoved e -> {
                Category moved = find(e.category());
                List<Category> left = below(moved.parent);
                left.remove(moved);
                number(left);
                insert(moved, id(e.to()), e.place());
            }
            case CategoryVisibilityChanged e -> find(e.category()).visibility = e.to();
            case CategoryRemoved e -> remove(find(e.category()), id(e.into()));
            case ReviewDemandChanged _, StalenessChanged _, SynonymsAdded _, SynonymsRemoved _ -> {
                return;
            }
        }
        settle();
    }

    private void add(CategoryAdded e) {
        Category added = new Category(e.category().value(), e.names(), e.visibility());
        UUID parent = id(e.parent());
        if (parent != null) {
            find(parent);
        }
        insert(added, parent, e.place());
        categories.put(added.id, added);
    }

    private void remove(Category removed, @Nullable UUID into) {
        removed.removed = true;
        removed.wentInto = into;
        number(below(removed.parent));
        changed.put(removed.id, position);
    }

    private void insert(Category category, @Nullable UUID parent, int place) {
        List<Category> siblings = below(parent);
        siblings.remove(category);
        siblings.add(Math.min(place, siblings.size()), category);
        category.parent = parent;
        number(siblings);
    }

    private List<Category> below(@Nullable UUID parent) {
        return new ArrayList<>(
                categories.values().stream()
                        .filter(category -> !category.removed)
                        .filter(category -> Objects.equals(category.parent, parent))
                        .sorted(Comparator.comparingInt(category -> category.place))
                        .toList());
    }

    private static void number(List<Category> siblings) {
        for (int place = 0; place < siblings.size(); place++) {
            siblings.get(place).place = place;
        }
    }

    private void settle() {
        settle(null, List.of(), Visibility.PUBLIC);
        // Older revisions still name what was removed, and are read within what it went into.
        categories.values().stream()
                .filter(category -> category.removed)
                .forEach(gone -> gone.effective = effective(gone.visibility, resolved(gone.id)));
    }

    private void settle(@Nullable UUID parent, List<UUID> path, Visibility outer) {
        for (Category category : below(parent)) {
            Visibility effective =
                    parent == null ? category.visibility : category.visibility.within(outer);
            List<UUID> own = new ArrayList<>(path);
            own.add(category.id);
            if (!effective.equals(category.effective) || !own.equals(category.path)) {
                category.effective = effective;
                category.path = List.copyOf(own);
                changed.put(category.id, position);
            }
            settle(category.id, own, effective);
        }
    }

    private Category find(CategoryId id) {
        return find(id.value());
    }

    private Category find(UUID id) {
        Category category = categories.get(id);
        if (category == null || category.removed) {
            throw new IllegalStateException("There is no category " + id);
        }
        return category;
    }

    private static @Nullable UUID id(@Nullable CategoryId category) {
        return category == null ? null : category.value();
    }

    /** Where the articles of a category are now. */
    @Nullable UUID resolved(@Nullable UUID category) {
        UUID id = category;
        for (Category found = categories.get(id);
                found != null && found.removed;
                found = categories.get(id)) {
            id = found.wentInto;
        }
        return id;
    }

    /** Whom an article's category and those above let read it. */
    Visibility effective(Visibility own, @Nullable UUID category) {
        if (category == null) {
            return own;
        }
        Category found = categories.get(category);
        // Of a category that is parked nothing is known, so nobody outside sees what is in it.
        return own.within(found == null ? Visibility.AGENTS : found.effective);
    }

    Collection<Category> categories() {
        return categories.values();
    }

    /** Those whose articles may be visible to others than before, or be elsewhere. */
    Set<UUID> changed() {
        return changed.keySet();
    }

    /** Where a category, or what it went into, last changed; 0 if it did not. */
    long changedAt(@Nullable UUID category) {
        long at = 0;
        UUID id = category;
        while (id != null) {
            at = Math.max(at, changed.getOrDefault(id, 0L));
            Category found = categories.get(id);
            id = found != null && found.removed ? found.wentInto : null;
        }
        return at;
    }

    /** Of the last event; 0 if there was none. */
    long position() {
        return position;
    }
}
