package dev.docket.query.knowledge;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.edge.Public;
import dev.docket.event.knowledge.SearchesEvent.Among;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.View;
import dev.docket.query.knowledge.CategoryQueries.Node;
import dev.docket.query.knowledge.KnowledgeBaseQueries.Day;
import dev.docket.query.knowledge.KnowledgeBaseQueries.Period;
import dev.docket.query.knowledge.KnowledgeBaseQueries.Settings;
import dev.docket.query.knowledge.KnowledgeBaseQueries.Words;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Parameters;
import dev.docket.query.search.Synonyms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How an organisation keeps its knowledge, and what its people look for in it. */
@RestController
class KnowledgeBaseQueryController {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final CategoryQueries categories;
    private final KnowledgeBaseQueries base;
    private final Synonyms synonyms;
    private final Freshness freshness;
    private final Clock clock;

    KnowledgeBaseQueryController(
            CategoryQueries categories,
            KnowledgeBaseQueries base,
            Synonyms synonyms,
            Freshness freshness,
            Clock clock) {
        this.categories = categories;
        this.base = base;
        this.synonyms = synonyms;
        this.freshness = freshness;
        this.clock = clock;
    }

    @GetMapping("/api/v1/categories")
    @Public(ArticleQueryController.OPEN)
    @Asks({"organisation", "language"})
    Items<Node> categories(
            Optional<Caller> caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, Reader.ORGANISATION, "language");
        Reader reader = Reader.of(caller, asked);
        List<Locale> languages = Languages.of(request, asked);
        freshness.await(View.KNOWLEDGE, request, response);
        return new Items<>(categories.tree(reader, languages));
    }

    @GetMapping("/api/v1/synonyms")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    Items<Synonyms.Alike> synonyms(
            Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters.none(request);
        freshness.await(View.KNOWLEDGE, request, response);
        return new Items<>(synonyms.of(caller.tenant().value()));
    }

    @GetMapping("/api/v1/knowledge-base/settings")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    Settings settings(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters.none(request);
        freshness.await(View.KNOWLEDGE, request, response);
        return base.settings(caller.tenant().value());
    }

    /**
     * @param top the words that were looked for most
     */
    record Searches(List<Day> days, List<Words> top) {}

    @GetMapping("/api/v1/analytics/searches")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({"among", "from", "to", "limit"})
    Searches searches(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, "among", "from", "to", "limit");
        Period period = period(caller, asked);
        int limit = asked.limit();
        freshness.await(View.KNOWLEDGE, request, response);
        return new Searches(base.byDay(period), base.top(period, false, limit));
    }

    @GetMapping("/api/v1/analytics/searches/unanswered")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({"among", "from", "to", "limit"})
    Items<Words> unanswered(
            Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, "among", "from", "to", "limit");
        Period period = period(caller, asked);
        int limit = asked.limit();
        freshness.await(View.KNOWLEDGE, request, response);
        return new Items<>(base.top(period, true, limit));
    }

    /** The last 30 days unless the caller says something else. */
    private Period period(Caller caller, Parameters asked) {
        LocalDate to = day(asked, "to", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        LocalDate from = day(asked, "from", to.minusDays(USUAL_DAYS - 1));
        if (from.isAfter(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw Parameters.refused(
                    "from", "'from' is a day before 'to', by at most %d days".formatted(MOST_DAYS));
        }
        return new Period(
                caller.tenant().value(),
                asked.anEnum("among", Among.class, Among.ARTICLES),
                from,
                to);
    }

    private static LocalDate day(Parameters asked, String name, LocalDate otherwise) {
        String value = asked.text(name);
        if (value == null) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= 1000 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException notADay) {
            throw notADay(name, value);
        }
        throw notADay(name, value);
    }

    private static RuntimeException notADay(String name, String value) {
        return Parameters.refused(
                name,
                "'%s' is not a day like 2026-11-20, of the years 1000 to 9999".formatted(value));
    }
}
