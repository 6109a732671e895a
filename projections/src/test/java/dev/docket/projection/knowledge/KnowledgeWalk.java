package dev.docket.projection.knowledge;

import dev.docket.event.DomainEvent;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Sha256;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent.ArticleApproved;
import dev.docket.event.knowledge.ArticleEvent.ArticleArchived;
import dev.docket.event.knowledge.ArticleEvent.ArticleConfirmed;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleEdited;
import dev.docket.event.knowledge.ArticleEvent.ArticleFeatured;
import dev.docket.event.knowledge.ArticleEvent.ArticleLinked;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnarchived;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnfeatured;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnlinked;
import dev.docket.event.knowledge.ArticleEvent.ArticleWithdrawn;
import dev.docket.event.knowledge.ArticleEvent.ChangesRequested;
import dev.docket.event.knowledge.ArticleEvent.FileRemoved;
import dev.docket.event.knowledge.ArticleEvent.FilesAttached;
import dev.docket.event.knowledge.ArticleEvent.PublicationCancelled;
import dev.docket.event.knowledge.ArticleEvent.PublicationScheduled;
import dev.docket.event.knowledge.ArticleEvent.ReviewRequested;
import dev.docket.event.knowledge.ArticleEvent.RevisionRestored;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.ArticleViewsEvent.ViewsCounted;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteCast;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteWithdrawn;
import dev.docket.event.knowledge.CategoryId;
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
import dev.docket.event.knowledge.SearchesEvent.Among;
import dev.docket.event.knowledge.SearchesEvent.Searched;
import dev.docket.event.knowledge.SearchesEvent.SearchesCounted;
import dev.docket.event.knowledge.SynonymsId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.TicketId;
import dev.docket.log.TestLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A random history of a knowledge base, and beside it what readers must see of it. */
final class KnowledgeWalk {

    private static final UUID BASE = Ids.named("base", "test");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** An article as a simple mind would keep it. */
    static final class Article {
        final ArticleId id;
        final List<ArticleContent> revisions = new ArrayList<>();
        @Nullable Integer published;
        boolean archived;
        boolean featured;
        final Map<UUID, Integer> files = new TreeMap<>();
        final TreeSet<UUID> tickets = new TreeSet<>();

        Article(ArticleId id) {
            this.id = id;
        }
    }

    final Map<UUID, Article> articles = new LinkedHashMap<>();
    final Map<UUID, List<UUID>> children = new HashMap<>();
    final Map<UUID, UUID> parents = new HashMap<>();
    final Map<UUID, Visibility> visibilities = new HashMap<>();
    final Map<UUID, UUID> removed = new HashMap<>();
    final Map<String, Boolean> votes = new TreeMap<>();
    final Map<UUID, Long> views = new HashMap<>();
    final Map<String, Long> searches = new TreeMap<>();
    final Map<UUID, TreeSet<String>> synonyms = new HashMap<>();

    static final UUID TOP = new UUID(0, 0);

    private final TestLog log;
    private final Random random;

    KnowledgeWalk(TestLog log, long seed) {
        this.log = log;
        this.random = new Random(seed);
        children.put(TOP, new ArrayList<>());
    }

    void walk(int steps) {
        for (int step = 0; step < steps; step++) {
            int kind = random.nextInt(10);
            if (kind == 0 || articles.isEmpty()) {
                draft();
            } else if (kind < 4) {
                changeTree();
            } else if (kind < 8) {
                change(any(List.copyOf(articles.values())));
            } else {
                receive(any(List.copyOf(articles.values())));
            }
        }
    }

    private static <V> V known(Map<UUID, V> values, UUID id) {
        return Objects.requireNonNull(values.get(id));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Visibility visibility() {
        TreeSet<TenantId> organisations = new TreeSet<>();
        for (int n = 0; n < 3; n++) {
            if (random.nextBoolean()) {
                organisations.add(new TenantId(new UUID(9, n)));
            }
        }
        return any(
                List.of(
                        Visibility.PUBLIC,
                        Visibility.PUBLIC,
                        Visibility.AGENTS,
                        Visibility.requestersAnd(organisations)));
    }

    /** Living or removed: a revision may name a category that is gone. */
    private @Nullable CategoryId category() {
        List<UUID> known = List.copyOf(visibilities.keySet());
        return known.isEmpty() || random.nextInt(5) == 0 ? null : new CategoryId(any(known));
    }

    private ArticleContent content() {
        return new ArticleContent(
                new Language(any(List.of("en", "de", "pt-BR"))),
                "Title " + random.nextInt(1000),
                "Summary",
                "Body " + random.nextInt(1000),
                category(),
                new TreeSet<>(List.of("tag" + random.nextInt(3))),
                visibility());
    }

    private void draft() {
        Article article = new Article(new ArticleId(id()));
        ArticleContent content = content();
        UUID solved = random.nextBoolean() ? id() : null;
        if (solved != null) {
            article.tickets.add(solved);
        }
        article.revisions.add(content);
        articles.put(article.id.value(), article);
        happen(
                article,
                new ArticleDrafted(
                        article.id,
                        TestLog.ACTOR,
                        content,
                        null,
                        solved == null ? null : new TicketId(solved)));
    }

    private void happen(Article article, DomainEvent event) {
        log.append(article.id.value(), event);
    }

    private void change(Article article) {
        int newest = article.revisions.size();
        ArticleId id = article.id;
        switch (random.nextInt(14)) {
            case 0, 1 -> {
                article.revisions.add(content());
                happen(
                        article,
                        new ArticleEdited(id, newest + 1, article.revisions.getLast(), "x"));
            }
            case 2 -> {
                int restored = 1 + random.nextInt(newest);
                article.revisions.add(article.revisions.get(restored - 1));
                happen(
                        article,
                        new RevisionRestored(
                                id, newest + 1, restored, article.revisions.getLast(), null));
            }
            case 3, 4, 5 -> {
                if (article.archived) {
                    return;
                }
                ArticleContent content = article.revisions.getLast();
                happen(article, new ArticlePublished(id, newest, article.published, content));
                article.published = newest;
            }
            case 6 -> {
                happen(article, new ArticleWithdrawn(id, newest, "wrong"));
                article.published = null;
            }
            case 7 -> {
                if (article.archived) {
                    happen(article, new ArticleUnarchived(id));
                } else {
                    happen(article, new ArticleArchived(id, article.published, "old"));
                    article.published = null;
                }
                article.archived = !article.archived;
            }
            case 8 -> {
                happen(
                        article,
                        article.featured ? new ArticleUnfeatured(id) : new ArticleFeatured(id));
                article.featured = !article.featured;
            }
            case 9 -> {
                if (!article.tickets.isEmpty() && random.nextBoolean()) {
                    UUID ticket = article.tickets.removeFirst();
                    happen(article, new ArticleUnlinked(id, new TicketId(ticket)));
                } else {
                    UUID ticket = id();
                    article.tickets.add(ticket);
                    happen(article, new ArticleLinked(id, new TicketId(ticket)));
                }
            }
            case 10, 11 -> changeFiles(article);
            case 12 ->
                    happen(
                            article,
                            any(
                                    List.of(
                                            new ReviewRequested(id, newest, null),
                                            new ChangesRequested(id, newest, "more"),
                                            new ArticleApproved(id, newest))));
            default ->
                    happen(
                            article,
                            any(
                                    List.of(
                                            new PublicationScheduled(id, newest, NOON),
                                            new PublicationCancelled(id, newest),
                                            new ArticleConfirmed(id, newest))));
        }
    }

    private void changeFiles(Article article) {
        if (!article.files.isEmpty() && random.nextInt(3) == 0) {
            UUID gone = any(List.copyOf(article.files.keySet()));
            article.files.remove(gone);
            happen(article, new FileRemoved(article.id, new AttachmentId(gone), "old"));
            return;
        }
        List<AttachedFile> added = new ArrayList<>();
        int next = article.revisions.size() + 1;
        for (int n = random.nextInt(3); n >= 0; n--) {
            UUID file = id();
            article.files.put(file, next);
            added.add(
                    new AttachedFile(
                            new AttachmentId(file),
                            "file",
                            "image/png",
                            1 + n,
                            new Sha256("0123456789abcdef".repeat(4))));
        }
        article.revisions.add(article.revisions.getLast());
        happen(
                article,
                new FilesAttached(article.id, next, article.revisions.getLast(), added, null));
    }

    private void changeTree() {
        List<UUID> living =
                visibilities.keySet().stream().filter(id -> !removed.containsKey(id)).toList();
        int kind = living.isEmpty() ? 0 : random.nextInt(8);
        switch (kind) {
            case 0, 1 -> {
                UUID id = id();
                UUID parent = living.isEmpty() || random.nextBoolean() ? TOP : any(living);
                List<UUID> siblings = children.getOrDefault(parent, List.of());
                int place = random.nextInt(siblings.size() + 1);
                Visibility visibility = visibility();
                put(id, parent, place);
                children.put(id, new ArrayList<>());
                visibilities.put(id, visibility);
                log.append(
                        BASE,
                        new CategoryAdded(
                                new CategoryId(id), category(parent), place, names(), visibility));
            }
            case 2 ->
                    log.append(
                            BASE,
                            new CategoryRenamed(new CategoryId(any(living)), names(), names()));
            case 3 -> move(any(living));
            case 4 -> {
                UUID id = any(living);
                Visibility before = known(visibilities, id);
                Visibility after = visibility();
                visibilities.put(id, after);
                log.append(BASE, new CategoryVisibilityChanged(new CategoryId(id), before, after));
            }
            case 5 -> remove(any(living));
            case 6 -> {
                UUID id = id();
                TreeSet<String> words = new TreeSet<>(List.of("vpn", "tunnel" + synonyms.size()));
                synonyms.put(id, words);
                log.append(BASE, new SynonymsAdded(new SynonymsId(id), words));
                if (synonyms.size() > 3) {
                    UUID gone = synonyms.keySet().iterator().next();
                    TreeSet<String> meant = known(synonyms, gone);
                    synonyms.remove(gone);
                    log.append(BASE, new SynonymsRemoved(new SynonymsId(gone), meant));
                }
            }
            default -> log.append(BASE, new ReviewDemandChanged(true), new StalenessChanged(12, 3));
        }
    }

    private static SortedMap<Language, String> names() {
        return new TreeMap<>(Map.of(new Language("en"), "Name", new Language("de"), "Name'\"\\"));
    }

    private static @Nullable CategoryId category(UUID parent) {
        return parent.equals(TOP) ? null : new CategoryId(parent);
    }

    private void put(UUID id, UUID parent, int place) {
        parents.put(id, parent);
        known(children, parent).add(place, id);
    }

    private void move(UUID id) {
        UUID from = known(parents, id);
        UUID to = any(new ArrayList<>(children.keySet()));
        for (UUID up = to; up != null; up = parents.get(up)) {
            if (up.equals(id)) {
                return;
            }
        }
        known(children, from).remove(id);
        int place = random.nextInt(known(children, to).size() + 1);
        put(id, to, place);
        log.append(
                BASE, new CategoryMoved(new CategoryId(id), category(from), category(to), place));
    }

    private void remove(UUID id) {
        if (known(children, id).isEmpty()) {
            UUID into = known(parents, id);
            parents.remove(id);
            children.remove(id);
            known(children, into).remove(id);
            removed.put(id, into);
            log.append(BASE, new CategoryRemoved(new CategoryId(id), category(into)));
        }
    }

    private void receive(Article article) {
        UUID id = article.id.value();
        switch (random.nextInt(3)) {
            case 0 -> {
                int count = 1 + random.nextInt(9);
                views.merge(id, (long) count, Long::sum);
                log.append(
                        Ids.named("views", id.toString()),
                        new ViewsCounted(article.id, NOON, count));
            }
            case 1 -> vote(article);
            default -> {
                String words = "words " + random.nextInt(3);
                int count = 1 + random.nextInt(3);
                searches.merge(words, (long) count, Long::sum);
                log.append(
                        Ids.named("searches", "test"),
                        new SearchesCounted(
                                NOON, List.of(new Searched(Among.ARTICLES, words, count, 1, 0))));
            }
        }
    }

    private void vote(Article article) {
        PersonId voter = new PersonId(new UUID(7, random.nextInt(4)));
        String pair = article.id + " " + voter;
        UUID stream = Ids.named("vote", pair);
        Boolean before = votes.get(pair);
        if (before != null && random.nextBoolean()) {
            votes.remove(pair);
            log.append(stream, new VoteWithdrawn(article.id, voter, before));
        } else {
            boolean helpful = random.nextBoolean();
            votes.put(pair, helpful);
            log.append(stream, new VoteCast(article.id, voter, before, helpful, "because"));
        }
    }

    /** Where the articles of a category are now; {@link #TOP} for nowhere. */
    UUID resolved(@Nullable CategoryId category) {
        UUID id = category == null ? TOP : category.value();
        while (removed.containsKey(id)) {
            id = known(removed, id);
        }
        return id;
    }

    /** Who may read, asked of each category up to the top. */
    Visibility effective(ArticleContent content) {
        List<Visibility> path = new ArrayList<>();
        for (UUID up = resolved(content.category()); !up.equals(TOP); up = known(parents, up)) {
            path.addFirst(known(visibilities, up));
        }
        Visibility outer = Visibility.PUBLIC;
        for (int level = 0; level < path.size(); level++) {
            outer = level == 0 ? path.get(level) : path.get(level).within(outer);
        }
        return path.isEmpty() ? content.visibility() : content.visibility().within(outer);
    }
}
