package dev.docket.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.docket.acceptance.Platform.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** People of one platform's organisation, each with a browser of their own. */
final class Visitors implements AutoCloseable {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final String FRAME_RUNS_NOTHING = "Blocked script execution in 'about:srcdoc'";

    private final String address;
    private final Api admin;
    private final Chromium chromium = new Chromium();
    private final List<BrowserContext> browsers = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param address where the console is
     * @param admin who registers them
     */
    Visitors(String address, Api admin) {
        this.address = address;
        this.admin = admin;
    }

    /** The first page of somebody who has that role alone and has just signed in. */
    Page signedIn(String role) {
        return signedIn(role, 1440, "light");
    }

    /**
     * The same on a screen of another size.
     *
     * @param scheme light or dark
     */
    Page signedIn(String role, int width, String scheme) {
        return signedIn(register(role), width, scheme);
    }

    /** The first page of somebody who is registered already. */
    Page signedIn(Credentials person, int width, String scheme) {
        BrowserContext browser = chromium.somebody(width, 900, scheme);
        browsers.add(browser);
        Page page = browser.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // Nobody is signed in yet; no rebuild was asked for yet; axe asks frames that run
            // nothing.
            boolean isExpected =
                    message.text().contains("status of 401")
                            || message.location().contains("/rebuild")
                            || message.text().startsWith(FRAME_RUNS_NOTHING);
            if (message.type().equals("error") && !isExpected) {
                complaints.add(message.text());
            }
        });
        page.navigate(address);
        page.getByLabel("E-mail address").fill(person.email());
        page.getByLabel("Password").first().fill(person.password());
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Areas"))).isAttached();
        return page;
    }

    /** Somebody new with that role alone. */
    Credentials register(String role) {
        return admin.register("Robin " + role, role);
    }

    /** Says that a test means to have what such a complaint is about. */
    void expect(Predicate<String> complaint) {
        complaints.removeIf(complaint);
    }

    /**
     * Closes all browsers; fails if a script broke, a request failed or the policy forbade
     * something.
     */
    void leave() {
        browsers.forEach(BrowserContext::close);
        browsers.clear();
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).as("what scripts and the policy complained of").isEmpty();
    }

    /** What would seriously keep somebody out of a page, as axe sees it. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map((Rule rule) -> rule.getId() + " " + rule.getNodes())
                        .toList();
    }

    static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
