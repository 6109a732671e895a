package dev.docket.command.demonstration;

import dev.docket.command.decision.Actor;
import dev.docket.command.demonstration.Company.Colleague;
import dev.docket.command.demonstration.Company.Page;
import dev.docket.command.demonstration.Company.Story;
import dev.docket.command.demonstration.PastTicket.Step;
import dev.docket.command.dispatch.Wish;
import dev.docket.command.knowledge.ArticleDesk;
import dev.docket.command.knowledge.PublishArticle;
import dev.docket.command.knowledge.base.AddCategory;
import dev.docket.command.knowledge.base.KnowledgeBaseDesk;
import dev.docket.command.knowledge.base.KnowledgeBaseId;
import dev.docket.command.people.People;
import dev.docket.command.people.RegisterPerson;
import dev.docket.command.ticket.OpenTicket;
import dev.docket.command.ticket.TicketDesk;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.TicketId;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fills an organisation that has no tickets yet with those of an invented company, through the
 * commands that people send, dated in the weeks before. What was begun and broke off goes on when
 * it is asked for again; what is there already happens no second time.
 */
final class Demonstration {

    private static final int TICKETS = 300;
    private static final int WEEKS = 6;
    private static final Language ENGLISH = new Language("en");

    private final TicketDesk tickets;
    private final ArticleDesk articles;
    private final KnowledgeBaseDesk bases;
    private final People people;
    private final Clock clock;

    Demonstration(
            TicketDesk tickets,
            ArticleDesk articles,
            KnowledgeBaseDesk bases,
            People people,
            Clock clock) {
        this.tickets = tickets;
        this.articles = articles;
        this.bases = bases;
        this.people = people;
        this.clock = clock;
    }

    /** How much an organisation was filled with. */
    record Filled(int people, int tickets, int articles) {}

    /** Whether the organisation has tickets that are not of the demonstration. */
    boolean isInUse(TenantId tenant) {
        return tickets.hasNumbered(tenant) && !tickets.isOpen(ticket(tenant, 0));
    }

    Filled fill(TenantId tenant, PersonId administrator) {
        Company company = Company.read();
        WorkingWeeks weeks = new WorkingWeeks(clock.instant(), ZoneId.systemDefault(), WEEKS);
        Scribe scribe = new Scribe(tenant, administrator);
        List<PersonId> agents = new ArrayList<>();
        for (Colleague colleague : company.agents()) {
            agents.add(register(scribe, colleague.name(), EnumSet.copyOf(colleague.roles())));
        }
        List<PersonId> requesters =
                company.requesters().stream()
                        .map(name -> register(scribe, name, Set.of(Role.REQUESTER)))
                        .toList();
        List<PastTicket> past = past(tenant, company, agents, requesters, weeks);
        past.forEach(ticket -> open(scribe, ticket));
        past.parallelStream().forEach(ticket -> continueWith(scribe, ticket));
        publish(scribe, company.articles(), agents, weeks.begin());
        return new Filled(
                agents.size() + requesters.size(), past.size(), company.articles().size());
    }

    private static TicketId ticket(TenantId tenant, int number) {
        return new TicketId(Ids.named("demonstration-ticket", tenant.toString(), "" + number));
    }

    /** In the order in which they were opened, which is the order of their numbers. */
    private List<PastTicket> past(
            TenantId tenant,
            Company company,
            List<PersonId> agents,
            List<PersonId> requesters,
            WorkingWeeks weeks) {
        SplittableRandom random = new SplittableRandom(tenant.value().getMostSignificantBits());
        List<Instant> arrivals =
                IntStream.range(0, TICKETS)
                        .mapToObj(n -> weeks.anArrival(random))
                        .sorted(Comparator.naturalOrder())
                        .toList();
        List<PastTicket> past = new ArrayList<>();
        for (int n = 0; n < TICKETS; n++) {
            past.add(
                    PastTicket.of(
                            ticket(tenant, n),
                            anyOf(company.stories(), random),
                            anyOf(requesters, random),
                            anyOf(agents, random),
                            arrivals.get(n),
                            clock.instant(),
                            weeks,
                            random));
        }
        return past;
    }

    private static <T> T anyOf(List<T> some, SplittableRandom random) {
        return some.get(random.nextInt(some.size()));
    }

    private PersonId register(Scribe scribe, String name, Set<Role> roles) {
        EmailAddress email = new EmailAddress(address(name, scribe.tenant()));
        PersonId person = PersonId.of(email);
        people.register(
                new RegisterPerson(person, email, name, roles, null),
                scribe.wish(scribe.administrator(), "RegisterPerson", name, null));
        return person;
    }

    /** No mail can reach it (RFC 2606), and nobody of another organisation has it. */
    private static String address(String name, TenantId tenant) {
        String local =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z ]", "")
                        .replace(' ', '.');
        return "%s@company-%s.example".formatted(local, tenant.toString().substring(0, 8));
    }

    private void open(Scribe scribe, PastTicket past) {
        Story story = past.story();
        tickets.open(
                past.ticket(),
                number ->
                        new OpenTicket(
                                past.ticket(),
                                number,
                                past.requester(),
                                Channel.WEB,
                                story.subject(),
                                story.description(),
                                story.priority(),
                                new Classification(
                                        story.type(),
                                        story.category(),
                                        new TreeSet<>(story.tags())),
                                Assignment.NOBODY),
                scribe.wish(past.requester(), "OpenTicket", past.ticket() + "/0", past.opened()));
    }

    private void continueWith(Scribe scribe, PastTicket past) {
        int number = 0;
        for (Step step : past.steps()) {
            String key = "%s/%d".formatted(past.ticket(), ++number);
            String name = step.command().getClass().getSimpleName();
            tickets.send(
                    past.ticket(), step.command(), scribe.wish(step.actor(), name, key, step.at()));
        }
    }

    private void publish(Scribe scribe, List<Page> pages, List<PersonId> authors, Instant begin) {
        Visibility everybody = new Visibility(Visibility.Audience.PUBLIC, new TreeSet<>());
        int number = 0;
        for (Page page : pages) {
            PersonId author = authors.get(number++ % authors.size());
            ArticleId id =
                    new ArticleId(
                            Ids.named(
                                    "demonstration-article",
                                    scribe.tenant().toString(),
                                    page.title()));
            ArticleContent content =
                    new ArticleContent(
                            ENGLISH,
                            page.title(),
                            page.summary(),
                            page.body(),
                            category(scribe, page.category(), everybody),
                            new TreeSet<>(),
                            everybody);
            articles.draft(
                    id, content, scribe.wish(author, "DraftArticle", page.title() + "/0", begin));
            Wish wish = scribe.wish(author, "PublishArticle", page.title() + "/1", begin);
            articles.send(new PublishArticle(id, articles.base(wish)), wish);
        }
    }

    private CategoryId category(Scribe scribe, String name, Visibility visibility) {
        CategoryId id =
                new CategoryId(
                        Ids.named("demonstration-category", scribe.tenant().toString(), name));
        bases.send(
                new AddCategory(
                        KnowledgeBaseId.of(scribe.tenant()),
                        id,
                        null,
                        null,
                        new TreeMap<>(Map.of(ENGLISH, name)),
                        visibility),
                scribe.wish(scribe.administrator(), "AddCategory", name, null));
        return id;
    }

    /** Signs what the company's people wish, each with a key of its own. */
    private record Scribe(TenantId tenant, PersonId administrator) {

        Wish wish(PersonId actor, String command, String key, @Nullable Instant at) {
            Facts facts =
                    new Facts(
                            tenant,
                            actor,
                            command,
                            UUID.randomUUID(),
                            Ids.named("demonstration", tenant.toString()),
                            "demonstration",
                            at,
                            "demonstration/" + command + "/" + key,
                            command);
            return new Wish(new Actor(tenant, actor, true), facts, null);
        }
    }
}
