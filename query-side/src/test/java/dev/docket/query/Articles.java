package dev.docket.query;

import dev.docket.event.Ids;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleEdited;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.FilesAttached;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryAdded;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles as tests need them; what a test does not say has a usual value. */
public record Articles(
        Someone author,
        String language,
        String title,
        String summary,
        String body,
        @Nullable UUID category,
        List<String> tags,
        Visibility visibility,
        @Nullable UUID translationOf) {

    /** In English, public, without a category. */
    public static Articles article(Someone author, String title) {
        return new Articles(author, "en", title, "", "", null, List.of(), Visibility.PUBLIC, null);
    }

    public Articles in(String other) {
        return new Articles(
                author, other, title, summary, body, category, tags, visibility, translationOf);
    }

    public Articles saying(String otherSummary, String otherBody) {
        return new Articles(
                author,
                language,
                title,
                otherSummary,
                otherBody,
                category,
                tags,
                visibility,
                translationOf);
    }

    public Articles within(@Nullable UUID other, String... otherTags) {
        return new Articles(
                author,
                language,
                title,
                summary,
                body,
                other,
                List.of(otherTags),
                visibility,
                translationOf);
    }

    public Articles to(Visibility other) {
        return new Articles(
                author, language, title, summary, body, category, tags, other, translationOf);
    }

    public Articles translating(UUID other) {
        return new Articles(
                author, language, title, summary, body, category, tags, visibility, other);
    }

    public ArticleContent content() {
        return new ArticleContent(
                new Language(language),
                title,
                summary,
                body,
                category == null ? null : new CategoryId(category),
                new TreeSet<>(tags),
                visibility);
    }

    /** Its id; readers see nothing of it. */
    public UUID draft(QueryPlatform platform) {
        UUID id = UUID.randomUUID();
        platform.append(
                author,
                id,
                new ArticleDrafted(
                        new ArticleId(id),
                        author.person(),
                        content(),
                        translationOf == null ? null : new ArticleId(translationOf),
                        null));
        return id;
    }

    /** Its id. */
    public UUID publish(QueryPlatform platform) {
        UUID id = draft(platform);
        platform.append(author, id, new ArticlePublished(new ArticleId(id), 1, null, content()));
        return id;
    }

    /** A further revision with this content. */
    public void edit(QueryPlatform platform, UUID id, int revision, String reason) {
        platform.append(
                author, id, new ArticleEdited(new ArticleId(id), revision, content(), reason));
    }

    /** A further revision with this content, which brings files. */
    public void attach(QueryPlatform platform, UUID id, int revision, AttachedFile... files) {
        platform.append(
                author,
                id,
                new FilesAttached(new ArticleId(id), revision, content(), List.of(files), null));
    }

    /** Says something of an organisation's knowledge base. */
    public static void base(QueryPlatform platform, Someone editor, KnowledgeBaseEvent... events) {
        UUID stream = Ids.named("knowledge base", editor.tenant().toString());
        platform.append(editor, stream, events);
    }

    /** Its id. */
    public static UUID category(
            QueryPlatform platform,
            Someone editor,
            @Nullable UUID parent,
            String name,
            Visibility visibility) {
        UUID id = UUID.randomUUID();
        TreeMap<Language, String> names = new TreeMap<>();
        names.put(new Language("en"), name);
        names.put(new Language("de"), name + " auf Deutsch");
        base(
                platform,
                editor,
                new CategoryAdded(
                        new CategoryId(id),
                        parent == null ? null : new CategoryId(parent),
                        0,
                        names,
                        visibility));
        return id;
    }
}
