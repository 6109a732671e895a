package dev.docket.benchmark.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Chromium without a window in which somebody has signed in. */
final class Browser implements AutoCloseable {

    /** It would call its maker's servers, and as root it has no sandbox. */
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /**
     * Notes what has been painted last of all that grew larger, and when the first row of the queue
     * is on the screen and the page takes input again.
     */
    private static final String WATCH =
            """
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                window.docketLargest = entry.startTime;
              }
            }).observe({ type: 'largest-contentful-paint', buffered: true });
            new MutationObserver((_, observer) => {
              if (document.querySelector('li[data-row] a') !== null) {
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => {
                  window.docketUsable = performance.now();
                }));
              }
            }).observe(document, { childList: true, subtree: true });
            """;

    private static final String TIMES =
            """
            () => [
              performance.getEntriesByName('first-contentful-paint')[0].startTime,
              window.docketLargest,
              window.docketUsable,
            ]
            """;

    private final Playwright playwright;
    private final BrowserContext context;
    private final String console;

    /**
     * @param platform where the console is
     */
    Browser(Path chromium, String platform, String email, String password) {
        playwright =
                Playwright.create(
                        new CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        context =
                playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS))
                        .newContext();
        context.addInitScript(WATCH);
        console = platform + "/console/tickets";
        try (Page page = context.newPage()) {
            page.navigate(console);
            page.getByLabel("E-mail address").fill(email);
            page.getByLabel("Password").first().fill(password);
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
            page.waitForFunction("() => window.docketUsable !== undefined");
        }
    }

    /**
     * When something of the queue was painted, the largest part of it, and when the queue could be
     * used, in milliseconds since the address was asked for.
     */
    record Times(double firstPaint, double largestPaint, double usable) {}

    /** Loads the queue as somebody who has never been here, but for the sign-in. */
    Times cold() {
        try (Page page = context.newPage()) {
            CDPSession session = context.newCDPSession(page);
            session.send("Network.clearBrowserCache");
            session.detach();
            return load(page);
        }
    }

    /** Loads the queue with all in the cache that stays there. */
    Times warm() {
        try (Page page = context.newPage()) {
            return load(page);
        }
    }

    private Times load(Page page) {
        page.navigate(console);
        page.waitForFunction("() => window.docketUsable !== undefined");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        List<?> times = (List<?>) page.evaluate(TIMES);
        return new Times(milliseconds(times, 0), milliseconds(times, 1), milliseconds(times, 2));
    }

    private static double milliseconds(List<?> times, int place) {
        if (times.get(place) instanceof Number time) {
            return time.doubleValue();
        }
        throw new IllegalStateException("The browser has timed nothing: " + times);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
