package dev.docket.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.docket.acceptance.Visitors.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.docket.acceptance.Api.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do in a browser, on a platform that the demonstration has filled. */
@EnabledIf(
        value = "dev.docket.acceptance.Chromium#isThere",
        disabledReason = "Neither is a Chromium here nor is one named by docket.test.chromium")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsoleIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Platform platform = Platform.start(RunningPlatform.newDataDirectory());
    private final Api admin = platform.signIn();
    private final Visitors visitors = new Visitors(platform.address(), admin);

    @BeforeAll
    void fill() {
        Answer filled = admin.post("/api/v1/demonstration", Map.of());
        assertThat(filled.status()).as(filled.body().toString()).isEqualTo(201);
        Await.until(
                "the tickets are in the list",
                Duration.ofSeconds(30),
                () -> admin.get("/api/v1/tickets?limit=200").body().path("items").size() == 200);
    }

    @AfterEach
    void leave() {
        visitors.leave();
    }

    @AfterAll
    void stop() {
        visitors.close();
        platform.close();
    }

    @Test
    void an_agent_answers_and_resolves_a_ticket() {
        Answer opened = open("The plotter smells of smoke");
        Page agent = visitors.signedIn("agent");

        agent.getByRole(AriaRole.LINK, named("The plotter smells of smoke")).click();
        agent.getByLabel("Your reply").fill("Please pull the plug. I am on my way.");
        agent.getByRole(AriaRole.BUTTON, named("Send").setExact(true)).click();
        assertThat(agent.getByText("Please pull the plug. I am on my way.")).isVisible();
        agent.getByRole(AriaRole.BUTTON, named("Resolve")).click();
        agent.getByRole(AriaRole.TEXTBOX, named("Solution")).fill("A new power supply");
        agent.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Resolve"))
                .click();

        assertThat(agent.getByText("Resolved").first()).isVisible();
        Await.until(
                "the list knows that it is resolved",
                Duration.ofSeconds(10),
                () -> status(opened).equals("resolved"));
    }

    @Test
    void what_one_agent_says_the_other_sees_without_asking() {
        Answer opened = open("Both of us look at this");
        String page = "/console/tickets/" + opened.id();
        Page writer = visitors.signedIn("agent");
        Page reader = visitors.signedIn("agent");
        reader.navigate(platform.address() + page);
        assertThat(reader.getByText("No replies yet")).isVisible();

        writer.navigate(platform.address() + page);
        writer.getByLabel("Your reply").fill("Said by one, seen by both");
        writer.getByRole(AriaRole.BUTTON, named("Send").setExact(true)).click();

        assertThat(reader.getByText("Said by one, seen by both")).isVisible();
    }

    @Test
    void a_requester_finds_an_article_while_asking_and_asks_all_the_same() {
        Page requester = visitors.signedIn("requester");
        requester
                .getByRole(AriaRole.NAVIGATION, named("Areas"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Ask for help"))
                .click();

        requester.getByLabel("Subject").fill("The printer prints blank pages");

        assertThat(requester.getByRole(AriaRole.LINK, named("The printer prints blank pages")))
                .isVisible();
        requester.getByLabel("Description").fill("New toner did not help.");
        requester.getByRole(AriaRole.BUTTON, named("Open ticket")).click();
        assertThat(requester.getByRole(AriaRole.HEADING, named("The printer prints blank pages")))
                .isVisible();
        assertThat(requester.getByText("New toner did not help.")).isVisible();
    }

    @Test
    void a_page_goes_on_after_a_reload_and_ends_with_signing_out() {
        Page agent = visitors.signedIn("agent");

        agent.reload();
        assertThat(agent.getByRole(AriaRole.HEADING, named("Tickets"))).isVisible();
        agent.getByRole(AriaRole.BUTTON, named("Settings and sign out")).click();
        agent.getByRole(AriaRole.MENUITEM, named("Sign out")).click();
        assertThat(agent.getByLabel("E-mail address")).isVisible();

        agent.reload();
        assertThat(agent.getByLabel("E-mail address")).isVisible();
    }

    @Test
    void the_search_says_where_a_query_is_wrong() {
        Page agent = visitors.signedIn("agent");
        agent.keyboard().press("Control+k");

        agent.getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX).fill("statsu:open printer");

        assertThat(agent.getByRole(AriaRole.DIALOG).getByText("status").first()).isVisible();
        visitors.expect(complaint -> complaint.contains("status of 400"));
    }

    @ParameterizedTest(name = "{0}, {1} px wide, {2}")
    @CsvSource({
        "tickets,           1440, light, agent",
        "tickets,            360, dark,  agent",
        "tickets/DK-1001,   1440, light, agent",
        "tickets/DK-1001,    360, dark,  agent",
        "tickets/new,       1440, dark,  agent",
        "knowledge,         1440, light, agent",
        "analytics,         1440, light, lead",
        "analytics,          360, dark,  lead",
        "operations,        1440, light, admin",
        "setup,             1440, light, admin",
        "setup,              360, dark,  admin",
        "audit,             1440, light, auditor",
        "audit/tickets/DK-1001, 1440, light, auditor",
        "audit/checks,       360, dark,  auditor",
        "editing,           1440, light, agent",
        "editing/new,       1440, dark,  agent",
        "editing/words,      360, light, agent",
        "portal,             360, light, requester",
        "portal/new,        1440, light, requester",
    })
    void nothing_keeps_anybody_out(String page, int width, String scheme, String role) {
        Page looked = visitors.signedIn(role, width, scheme);
        looked.navigate(platform.address() + "/console/" + page);
        assertThat(looked.getByRole(AriaRole.HEADING).first()).isVisible();
        looked.waitForLoadState(LoadState.NETWORKIDLE);
        looked.screenshot(
                new ScreenshotOptions()
                        .setPath(
                                SCREENSHOTS.resolve(
                                        "%s-%d-%s.png"
                                                .formatted(
                                                        page.replace('/', '-'), width, scheme))));

        assertThat(Visitors.barriers(looked)).isEmpty();
    }

    @Test
    void the_time_until_something_is_seen_is_printed() {
        Page agent = visitors.signedIn("agent");
        agent.navigate(platform.address() + "/console/tickets");
        assertThat(agent.getByRole(AriaRole.HEADING, named("Tickets"))).isVisible();

        Object first =
                agent.waitForFunction(
                                "performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
                        .jsonValue();

        assertThat(first).isInstanceOf(Number.class);
        System.out.printf(
                "The queue's first contentful paint took %.0f ms%n",
                ((Number) first).doubleValue());
    }

    private String status(Answer opened) {
        return admin.get("/api/v1/tickets/" + opened.id()).body().path("status").asString();
    }

    private Answer open(String subject) {
        Answer opened =
                admin.post(
                        "/api/v1/tickets",
                        Map.of("subject", subject, "description", "", "type", "incident"));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        return opened;
    }
}
