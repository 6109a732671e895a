package dev.docket.projection.knowledge;

import dev.docket.event.Recorded;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleViewsEvent;
import dev.docket.event.knowledge.ArticleVoteEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.SearchesEvent;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.projection.running.Projection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The knowledge base of each organisation: the schema {@code knowledge}. */
public final class KnowledgeProjection implements Projection {

    @Override
    public String name() {
        return "knowledge";
    }

    @Override
    public void apply(List<Recorded> batch, JdbcClient jdbc) {
        Map<UUID, ArticleRow> articles = knownArticles(batch, jdbc);
        Map<UUID, CategoryTree> trees = new LinkedHashMap<>();
        RevisionRows revisions = new RevisionRows();
        ReceptionRows reception = new ReceptionRows();
        FileRows files = new FileRows();
        LinkRows links = new LinkRows();
        SearchedRows searched = new SearchedRows();
        for (Recorded recorded : batch) {
            UUID tenant = recorded.facts().tenant().value();
            switch (recorded.event()) {
                case ArticleEvent e -> {
                    articles.computeIfAbsent(e.article().value(), ArticleRow::new)
                            .apply(e, recorded);
                    revisions.add(e, recorded);
                    files.add(e, recorded);
                    links.add(e, recorded);
                }
                case KnowledgeBaseEvent e -> {
                    tree(tenant, trees, jdbc).apply(e, recorded.position());
                    SettingsRows.apply(e, tenant, jdbc);
                }
                case ArticleVoteEvent e -> reception.add(e, recorded);
                case ArticleViewsEvent e -> reception.add(e, recorded);
                case SearchesEvent e -> searched.add(e, recorded);
                case TicketReopened e -> links.add(e, recorded);
                default -> {
                    // Of other views.
                }
            }
        }
        place(articles, trees, jdbc);
        ArticleRows.write(articles.values().stream().filter(ArticleRow::isTouched).toList(), jdbc);
        revisions.write(jdbc);
        files.write(jdbc);
        reception.write(jdbc);
        links.write(jdbc);
        searched.write(jdbc);
        ArticleRows.touch(reception.voted(), jdbc);
    }

    private static CategoryTree tree(UUID tenant, Map<UUID, CategoryTree> trees, JdbcClient jdbc) {
        return trees.computeIfAbsent(tenant, id -> CategoryRows.read(id, jdbc));
    }

    /** The articles of the batch that were drafted before it. */
    private static Map<UUID, ArticleRow> knownArticles(List<Recorded> batch, JdbcClient jdbc) {
        Set<UUID> known = new LinkedHashSet<>();
        Set<UUID> drafted = new LinkedHashSet<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof ArticleEvent event) {
                UUID article = event.article().value();
                if (event instanceof ArticleDrafted) {
                    drafted.add(article);
                } else if (!drafted.contains(article)) {
                    known.add(article);
                }
            }
        }
        Map<UUID, ArticleRow> rows = new LinkedHashMap<>();
        ArticleRows.read(known, jdbc).forEach(row -> rows.put(row.id, row));
        return rows;
    }

    /** Puts each article that changed, or whose category did, into its organisation's tree. */
    private static void place(
            Map<UUID, ArticleRow> articles, Map<UUID, CategoryTree> trees, JdbcClient jdbc) {
        trees.forEach((tenant, tree) -> {
            if (tree.position() > 0) {
                CategoryRows.write(tenant, tree.categories(), jdbc);
            }
            if (!tree.changed().isEmpty()) {
                for (ArticleRow row : ArticleRows.in(tree.changed(), tenant, jdbc)) {
                    articles.putIfAbsent(row.id, row);
                    row.touch();
                }
            }
        });
        for (ArticleRow row : articles.values()) {
            row.place(tree(row.tenant, trees, jdbc));
        }
    }
}
