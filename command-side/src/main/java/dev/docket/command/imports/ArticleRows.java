package dev.docket.command.imports;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.RefusedException;
import dev.docket.command.dispatch.DispatchRule;
import dev.docket.command.dispatch.Receipt;
import dev.docket.command.dispatch.Wish;
import dev.docket.command.imports.Mapping.Writing;
import dev.docket.command.knowledge.ArticleAnswer;
import dev.docket.command.knowledge.ArticleDesk;
import dev.docket.command.knowledge.PublishArticle;
import dev.docket.command.knowledge.base.AddCategory;
import dev.docket.command.knowledge.base.Category;
import dev.docket.command.knowledge.base.KnowledgeBaseDesk;
import dev.docket.command.knowledge.base.KnowledgeBaseId;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Turns rows into articles that are published at once. The first row of a key is the original, the
 * others are its translations; whoever sends a file decides the order and with it which one that
 * is. So a key without a row in the language of most originals has one all the same.
 */
final class ArticleRows implements RowImporter.Rows {

    private static final String QUOTED = ">";

    private final ArticleDesk desk;
    private final KnowledgeBaseDesk bases;

    ArticleRows(ArticleDesk desk, KnowledgeBaseDesk bases) {
        this.desk = desk;
        this.bases = bases;
    }

    @Override
    public void importRow(ImportState state, Mapping mapping, Row row) {
        Writing writing = mapping.ofArticles();
        Language language = language(row.fill(writing.language()));
        String body = row.fill(writing.body());
        String summary = writing.summary();
        ArticleContent content =
                new ArticleContent(
                        language,
                        row.fill(writing.title()),
                        summary == null ? firstQuotedLine(body) : row.fill(summary),
                        body,
                        category(state, writing, row, language),
                        new TreeSet<>(),
                        visibility(writing));
        ArticleId article = draft(state, mapping, row, content).result().id();
        Wish wish = wish(state, row, "PublishArticle");
        desk.send(new PublishArticle(article, desk.base(wish)), wish);
    }

    /** A row that is sent again finds what it made; another row of the key finds that it is not. */
    private Receipt<ArticleAnswer> draft(
            ImportState state, Mapping mapping, Row row, ArticleContent content) {
        ArticleId original =
                new ArticleId(
                        Ids.named("import-article", state.id().toString(), mapping.caseOf(row)));
        try {
            return desk.draft(original, content, wish(state, row, "DraftArticle"));
        } catch (RefusedException refused) {
            if (!refused.refusal().rule().equals(DispatchRule.IDEMPOTENCY_KEY_REUSED)) {
                throw refused;
            }
            return desk.translate(
                    original,
                    before -> content,
                    content.language(),
                    wish(state, row, "TranslateArticle"));
        }
    }

    /** The category at the top that has the name in any language, or else a new one. */
    private CategoryId category(ImportState state, Writing writing, Row row, Language language) {
        String name = row.fill(writing.category());
        List<Category> top = bases.of(state.tenant()).below(null);
        return top.stream()
                .filter(category ->
                        category.names().values().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .map(Category::id)
                .orElseGet(() -> newCategory(state, writing, row, language, name));
    }

    private CategoryId newCategory(
            ImportState state, Writing writing, Row row, Language language, String name) {
        CategoryId id =
                new CategoryId(Ids.named("import-category", state.tenant().toString(), name));
        Language original = writing.original();
        bases.send(
                new AddCategory(
                        KnowledgeBaseId.of(state.tenant()),
                        id,
                        null,
                        null,
                        new TreeMap<>(Map.of(original == null ? language : original, name)),
                        visibility(writing)),
                wish(state, row, "AddCategory"));
        return id;
    }

    private static Visibility visibility(Writing writing) {
        Visibility.Audience audience = writing.audience();
        return new Visibility(
                audience == null ? Visibility.Audience.AGENTS : audience, new TreeSet<>());
    }

    /** Other systems join language and region with an underscore. */
    private static Language language(String tag) {
        try {
            return new Language(tag.replace('_', '-'));
        } catch (IllegalArgumentException e) {
            throw new RefusedRowException(
                    "import-language", "'%s' is not a language".formatted(tag));
        }
    }

    private static String firstQuotedLine(String body) {
        return body.lines()
                .filter(line -> line.startsWith(QUOTED))
                .map(line -> line.substring(QUOTED.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static Wish wish(ImportState state, Row row, String command) {
        Facts facts =
                new Facts(
                        state.tenant(),
                        state.importer(),
                        command,
                        UUID.randomUUID(),
                        state.id().value(),
                        "import %s, row %d".formatted(state.id(), row.number()),
                        null,
                        "import/%s/%d/%s".formatted(state.id(), row.number(), command),
                        command);
        return new Wish(new Actor(state.tenant(), state.importer(), true), facts, null);
    }
}
