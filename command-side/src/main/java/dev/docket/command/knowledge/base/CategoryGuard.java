package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.Rule;
import dev.docket.command.decision.TextRule;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.knowledge.Visibility.Audience;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The questions that decisions about categories, and about who may read, ask first. */
public final class CategoryGuard {

    static final int MOST_CATEGORIES = 2_000;
    static final int DEEPEST = 8;
    static final int LONGEST_NAME = 120;
    static final int MOST_LANGUAGES = 60;
    static final int MOST_ORGANISATIONS = 100;

    private CategoryGuard() {}

    static Optional<Refusal> mustExist(KnowledgeBase base, CategoryId category) {
        return base.category(category).isPresent()
                ? Optional.empty()
                : refusal(
                        KnowledgeBaseRule.CATEGORY_NOT_FOUND,
                        null,
                        "There is no category " + category);
    }

    static Optional<Refusal> mustBeParent(KnowledgeBase base, @Nullable CategoryId parent) {
        return parent == null || base.category(parent).isPresent()
                ? Optional.empty()
                : refusal(
                        KnowledgeBaseRule.PARENT_NOT_FOUND,
                        "parent",
                        "There is no category " + parent);
    }

    static Optional<Refusal> namesMustFit(SortedMap<Language, String> names) {
        if (names.isEmpty()) {
            return refusal(
                    KnowledgeBaseRule.CATEGORY_NAME_MISSING,
                    "names",
                    "A category has a name in at least one language");
        }
        if (names.size() > MOST_LANGUAGES) {
            return refusal(
                    KnowledgeBaseRule.TOO_MANY_LANGUAGES,
                    "names",
                    "A category has names in at most %d languages".formatted(MOST_LANGUAGES));
        }
        return names.entrySet().stream()
                .map(name -> {
                    String field = "names." + name.getKey();
                    return TextRule.present(field, name.getValue())
                            .or(() -> TextRule.line(field, name.getValue(), LONGEST_NAME));
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Nobody else below the parent has one of the names. */
    static Optional<Refusal> namesMustBeFree(
            KnowledgeBase base,
            @Nullable CategoryId parent,
            CategoryId bearer,
            SortedMap<Language, String> names) {
        for (Category sibling : base.below(parent)) {
            for (Map.Entry<Language, String> name : names.entrySet()) {
                String taken = sibling.names().get(name.getKey());
                if (!sibling.id().equals(bearer) && name.getValue().equalsIgnoreCase(taken)) {
                    return refusal(
                            KnowledgeBaseRule.CATEGORY_NAME_IS_TAKEN,
                            "names." + name.getKey(),
                            "There is a category '%s' here".formatted(taken));
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Refusal> placeMustExist(int place, int siblings) {
        return place >= 0 && place <= siblings
                ? Optional.empty()
                : refusal(
                        KnowledgeBaseRule.PLACE_DOES_NOT_EXIST,
                        "place",
                        "A place from 0 to %d is there, not %d".formatted(siblings, place));
    }

    /** Who may read is said without contradiction. */
    public static Optional<Refusal> visibilityMustFit(Visibility visibility) {
        int organisations = visibility.organisations().size();
        if (organisations > 0 && visibility.audience() != Audience.REQUESTERS) {
            return refusal(
                    KnowledgeBaseRule.ORGANISATIONS_DO_NOT_FIT,
                    "visibility.organisations",
                    "Organisations are only named for the audience 'requesters'");
        }
        return organisations <= MOST_ORGANISATIONS
                ? Optional.empty()
                : refusal(
                        KnowledgeBaseRule.ORGANISATIONS_DO_NOT_FIT,
                        "visibility.organisations",
                        "At most %d organisations may be named, not %d"
                                .formatted(MOST_ORGANISATIONS, organisations));
    }

    static Optional<Refusal> refusal(Rule rule, @Nullable String field, String detail) {
        return Optional.of(new Refusal(rule, field, detail));
    }
}
