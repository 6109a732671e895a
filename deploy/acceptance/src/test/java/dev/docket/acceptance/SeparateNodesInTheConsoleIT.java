package dev.docket.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.docket.acceptance.Visitors.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.docket.acceptance.Api.Answer;
import dev.docket.acceptance.Platform.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The console where each side is a node of its own: it comes from the query node, and sends its
 * commands and sign-ins to another origin.
 */
@EnabledIf(
        value = "dev.docket.acceptance.Chromium#isThere",
        disabledReason = "Neither is a Chromium here nor is one named by docket.test.chromium")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class SeparateNodesInTheConsoleIT {

    private static final String OFFLINE = "Docket does not answer";
    private static final String OWN_PASSWORD = "a battery of horses";

    /** The nodes share a small machine with the stores, the browser and whatever else it does. */
    private static final double LONGEST_WAIT = 60_000;

    private final Cluster cluster = Cluster.onStoresIn(RunningPlatform.newDataDirectory());
    private final int commandPort = Platform.freePort();
    private final int queryPort = Platform.freePort();
    private Credentials administrator;
    private Api admin;
    private NodeProcess queries;
    private Visitors visitors;

    @BeforeAll
    void start() {
        NodeProcess commands =
                cluster.launch(
                        "command-side",
                        commandPort,
                        "--docket.console.origins=http://127.0.0.1:" + queryPort);
        NodeProcess views = cluster.launch("projections");
        queries = launchQueries();
        Stream.of(commands, views, queries).forEach(NodeProcess::ready);
        administrator = cluster.admin();
        admin = new Api(commands.address()).signIn(administrator.email(), administrator.password());
        visitors = new Visitors(queries.address(), admin);
        // Once other tickets are there it would be refused; asked for again it is made no second
        // time.
        Answer filled = admin.post("/api/v1/demonstration", Map.of());
        assertThat(filled.status()).as("%s", filled.body()).isEqualTo(201);
    }

    private NodeProcess launchQueries() {
        return cluster.launch(
                "query-side",
                queryPort,
                "--docket.console.commands=http://127.0.0.1:" + commandPort);
    }

    @AfterEach
    void leave() {
        visitors.leave();
    }

    @AfterAll
    void stop() {
        try (cluster) {
            visitors.close();
        }
    }

    @Test
    void the_first_administrator_answers_the_first_questions() {
        Page first = visitors.signedIn(administrator, 1440, "light");

        assertThat(first.getByRole(AriaRole.HEADING, named("Welcome to Docket"))).isVisible();
        first.getByLabel("Name of your organisation").fill("Acme & Sons");
        first.getByLabel("Present password").fill(administrator.password());
        first.getByLabel("New password").fill(OWN_PASSWORD);
        first.getByLabel("Fill with a demonstration").check();
        first.getByRole(AriaRole.BUTTON, named("Start")).click();
        assertThat(first.getByLabel("E-mail address"))
                .isVisible(new IsVisibleOptions().setTimeout(LONGEST_WAIT));
        first.getByLabel("E-mail address").fill(administrator.email());
        first.getByLabel("Password").first().fill(OWN_PASSWORD);
        first.getByRole(AriaRole.BUTTON, named("Sign in")).click();

        assertThat(first.getByRole(AriaRole.BANNER).getByText("Acme & Sons")).isVisible();
        assertThat(first.getByRole(AriaRole.HEADING, named("Tickets"))).isVisible();
        assertThat(first.getByRole(AriaRole.LISTITEM).first())
                .isVisible(new IsVisibleOptions().setTimeout(LONGEST_WAIT));
    }

    @Test
    void an_agent_works_as_if_it_were_one_node() {
        Answer opened = open("The scanner in the mailroom jams");
        Page agent = visitors.signedIn("agent");
        agent.navigate(page(opened));

        agent.getByLabel("Your reply").fill("Is the tray closed?");
        agent.locator("input[type=file]")
                .first()
                .setInputFiles(
                        new FilePayload(
                                "tray.txt",
                                "text/plain",
                                "closed".getBytes(StandardCharsets.UTF_8)));
        assertThat(agent.getByText("tray.txt")).isVisible();
        agent.getByRole(AriaRole.BUTTON, named("Send").setExact(true)).click();
        assertThat(said(agent, "Is the tray closed?")).isVisible();
        assertThat(said(agent, "tray.txt")).isVisible();

        agent.reload();
        assertThat(said(agent, "Is the tray closed?")).isVisible();
        agent.getByRole(AriaRole.BUTTON, named("Settings and sign out")).click();
        agent.getByRole(AriaRole.MENUITEM, named("Sign out")).click();
        assertThat(agent.getByLabel("E-mail address")).isVisible();
        agent.reload();
        assertThat(agent.getByLabel("E-mail address")).isVisible();
    }

    @Test
    void a_page_outlives_the_node_that_it_came_from() {
        Answer opened = open("The plotter in the attic hums");
        Page agent = visitors.signedIn("agent");
        agent.navigate(page(opened));
        assertThat(agent.getByText("No replies yet")).isVisible();
        Locator field = agent.getByLabel("Your reply");
        field.fill("We are on our way");

        queries.close();
        assertThat(agent.getByText(OFFLINE)).isVisible();
        Answer replied =
                admin.post(
                        opened.location() + "/replies",
                        Map.of("body", "Said while nobody could read"));
        assertThat(replied.status()).isEqualTo(201);
        field.press("End");
        field.pressSequentially(" with a screwdriver");
        queries = launchQueries().ready();

        assertThat(agent.getByText(OFFLINE))
                .isHidden(new IsHiddenOptions().setTimeout(LONGEST_WAIT));
        assertThat(said(agent, "Said while nobody could read"))
                .isVisible(new IsVisibleOptions().setTimeout(LONGEST_WAIT));
        assertThat(field).hasValue("We are on our way with a screwdriver");
        agent.getByRole(AriaRole.BUTTON, named("Send").setExact(true)).click();
        assertThat(said(agent, "We are on our way with a screwdriver")).isVisible();
        visitors.expect(complaint -> complaint.contains("ERR_CONNECTION_RE"));
    }

    private String page(Answer opened) {
        return queries.address() + "/console/tickets/" + opened.id();
    }

    private static Locator said(Page page, String text) {
        return page.getByRole(AriaRole.REGION, named("Conversation")).getByText(text);
    }

    private Answer open(String subject) {
        Answer opened = admin.post("/api/v1/tickets", Map.of("subject", subject));
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        return opened;
    }
}
