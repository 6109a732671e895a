package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Refusal;
import dev.docket.event.knowledge.CategoryId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How deep the tree of categories is: 1 for a category at the top. */
final class Depth {

    private Depth() {}

    static int of(KnowledgeBase base, @Nullable CategoryId category) {
        int depth = 0;
        CategoryId current = category;
        while (current != null) {
            depth++;
            current = base.category(current).map(Category::parent).orElse(null);
        }
        return depth;
    }

    /** How many levels a category and all below it take up. */
    static int below(KnowledgeBase base, CategoryId category) {
        return 1
                + base.below(category).stream()
                        .mapToInt(child -> below(base, child.id()))
                        .max()
                        .orElse(0);
    }

    static Optional<Refusal> mustHold(int depth) {
        return depth <= CategoryGuard.DEEPEST
                ? Optional.empty()
                : CategoryGuard.refusal(
                        KnowledgeBaseRule.CATEGORY_TOO_DEEP,
                        "parent",
                        "Categories are at most %d levels deep".formatted(CategoryGuard.DEEPEST));
    }
}
