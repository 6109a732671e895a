package dev.docket.command.knowledge;

import dev.docket.command.Specification;
import dev.docket.command.decision.Actor;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleApproved;
import dev.docket.event.knowledge.ArticleEvent.ArticleArchived;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleEdited;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.PublicationScheduled;
import dev.docket.event.knowledge.ArticleEvent.ReviewRequested;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryAdded;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRemoved;
import dev.docket.event.knowledge.KnowledgeBaseEvent.ReviewDemandChanged;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** People, articles and things that happened, by names that read well in examples. */
final class ArticleExamples {

    static final TenantId ACME = new TenantId(Ids.named("tenant", "acme"));
    static final Actor ANN = new Actor(ACME, new PersonId(Ids.named("ann")), true);
    static final Actor LEA = new Actor(ACME, new PersonId(Ids.named("lea")), true);
    static final Actor RITA = new Actor(ACME, new PersonId(Ids.named("rita")), false);
    static final Actor SOMEBODY_ELSEWHERE =
            new Actor(new TenantId(Ids.named("tenant", "other")), ANN.person(), true);

    static final ArticleId ARTICLE = new ArticleId(Ids.named("article"));
    static final ArticleId ORIGINAL = new ArticleId(Ids.named("original"));
    static final TicketId TICKET = new TicketId(Ids.named("ticket"));
    static final CategoryId NETWORK = new CategoryId(Ids.named("network"));
    static final CategoryId VPN = new CategoryId(Ids.named("vpn"));
    static final CategoryId GONE = new CategoryId(Ids.named("gone"));
    static final Language ENGLISH = new Language("en");
    static final Language GERMAN = new Language("de");
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

    /** Network, with VPN below; there was another category below VPN. */
    static final KnowledgeBase BASE =
            base(
                    new CategoryAdded(NETWORK, null, 0, names("Network"), Visibility.PUBLIC),
                    new CategoryAdded(VPN, NETWORK, 0, names("VPN"), Visibility.PUBLIC),
                    new CategoryAdded(GONE, VPN, 0, names("Gone"), Visibility.PUBLIC),
                    new CategoryRemoved(GONE, VPN));

    static final KnowledgeBase DEMANDING = and(BASE, new ReviewDemandChanged(true));

    private ArticleExamples() {}

    private static SortedMap<Language, String> names(String english) {
        return new TreeMap<>(Map.of(ENGLISH, english));
    }

    static KnowledgeBase base(KnowledgeBaseEvent... events) {
        return and(KnowledgeBase.untouched(ACME), events);
    }

    private static KnowledgeBase and(KnowledgeBase before, KnowledgeBaseEvent... events) {
        KnowledgeBase base = before;
        for (KnowledgeBaseEvent event : events) {
            Facts facts = Specification.facts(LEA, null, null);
            base = KnowledgeBase.evolve(base, event, facts, base.version() + 1);
        }
        return base;
    }

    static ArticleContent content(String title) {
        return content(ENGLISH, title, VPN);
    }

    static ArticleContent content(Language language, String title, @Nullable CategoryId category) {
        return new ArticleContent(
                language,
                title,
                "How to get in.",
                "Connect first.",
                category,
                new TreeSet<>(Set.of("vpn")),
                Visibility.PUBLIC);
    }

    static ArticleDrafted drafted() {
        return new ArticleDrafted(ARTICLE, ANN.person(), content("VPN"), null, null);
    }

    static ArticleDrafted translated() {
        return new ArticleDrafted(
                ARTICLE, ANN.person(), content(GERMAN, "VPN", VPN), ORIGINAL, null);
    }

    static ArticleEdited edited() {
        return new ArticleEdited(ARTICLE, 2, content("The VPN"), null);
    }

    static ArticlePublished published() {
        return new ArticlePublished(ARTICLE, 1, null, content("VPN"));
    }

    static PublicationScheduled scheduled() {
        return new PublicationScheduled(ARTICLE, 1, MIDNIGHT);
    }

    static ReviewRequested reviewRequested() {
        return new ReviewRequested(ARTICLE, 1, null);
    }

    static ArticleApproved approved() {
        return new ArticleApproved(ARTICLE, 1);
    }

    static ArticleArchived archived() {
        return new ArticleArchived(ARTICLE, null, "Old");
    }

    /** The state after what Ann did. */
    static Article after(ArticleEvent... events) {
        Article article = null;
        long version = 0;
        for (ArticleEvent event : events) {
            Facts facts = Specification.facts(ANN, null, null);
            article = Article.evolve(article, event, facts, version++);
        }
        return Objects.requireNonNull(article, "No events");
    }
}
