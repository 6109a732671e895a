package dev.docket.query.knowledge;

import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.Role;
import dev.docket.query.Answer;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long readers wait for suggestions, searches and pages over HTTP, one after another, in a
 * knowledge base of tldr-pages. The argument is {@code tldr_kb.jsonl.gz}: a line of JSON for each
 * page, with {@code lang}, {@code title} and {@code body}.
 */
public final class ArticleSearchSpeed {

    private static final int WARM_UP = 300;
    private static final int MEASURED = 2_000;

    private record Page(UUID id, String language, String title, String brief) {}

    private final QueryPlatform platform = QueryPlatform.open();
    private final Someone author = Someone.ofNewOrganisation(Role.ADMIN);
    private final List<Page> pages = new ArrayList<>();
    private final Random random = new Random(1);

    private ArticleSearchSpeed() {}

    public static void main(String[] arguments) throws IOException {
        new ArticleSearchSpeed().run(Path.of(arguments[0]));
        System.exit(0);
    }

    private void run(Path file) throws IOException {
        print("pages at %s", platform.requestWithoutToken(home()).build().uri());
        long started = System.nanoTime();
        append(file);
        print("appended %d articles in %d s", pages.size(), seconds(started));
        started = System.nanoTime();
        String probe = "/api/v1/search/articles?q=archive&limit=1";
        while (!platform.ask(author, probe).header("Docket-Stale").isEmpty()
                || platform.ask(author, probe).status() != 200) {
            LockSupport.parkNanos(100_000_000);
        }
        print("then projected and indexed in %d s", seconds(started));
        measure(
                "suggest, 2 to 8 letters of the title",
                page -> "/api/v1/suggest?q=" + coded(beginning(page.title())));
        measure(
                "suggest, a word of the summary and a beginning",
                page ->
                        "/api/v1/suggest?q="
                                + coded(words(page, 1) + " " + beginning(page.title())));
        measure(
                "suggest, misspelt",
                page -> "/api/v1/suggest?q=" + coded(misspelt(beginning(page.brief()))));
        measure(
                "search, 4 words of the summary",
                page ->
                        "/api/v1/search/articles?language="
                                + page.language()
                                + "&q="
                                + coded(words(page, 4)));
        measure(
                "search, misspelt",
                page ->
                        "/api/v1/search/articles?language="
                                + page.language()
                                + "&q="
                                + coded(misspelt(words(page, 3))));
        measure("article", page -> "/api/v1/articles/" + page.id());
        measure("page", page -> pageAddress(page.id()));
        measure("list", page -> "/api/v1/articles?limit=50&language=" + page.language());
    }

    private void append(Path file) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode page = json.readTree(line);
                String body = page.path("body").asString();
                String brief = body.lines().findFirst().orElse("").replaceFirst("^> *", "");
                Language language = new Language(page.path("lang").asString().replace('_', '-'));
                ArticleContent content =
                        new ArticleContent(
                                language,
                                page.path("title").asString(),
                                brief,
                                body,
                                null,
                                new TreeSet<>(List.of(page.path("category").asString())),
                                Visibility.PUBLIC);
                UUID id = UUID.randomUUID();
                ArticleId article = new ArticleId(id);
                platform.append(
                        author,
                        id,
                        new ArticleDrafted(article, author.person(), content, null, null),
                        new ArticlePublished(article, 1, null, content));
                pages.add(new Page(id, language.tag(), content.title(), brief));
            }
        }
    }

    private String home() {
        return "/kb/" + author.tenant();
    }

    /** Where the page really is, which is asked for while nobody measures. */
    private String pageAddress(UUID article) {
        return platform.getAtOnce(author, home() + "/articles/" + article).header("Location");
    }

    private String beginning(String text) {
        int length = Math.min(text.length(), 2 + random.nextInt(7));
        return text.substring(0, length);
    }

    private String words(Page page, int count) {
        List<String> words = new ArrayList<>(List.of(page.brief().split("\\s+")));
        int first = random.nextInt(Math.max(1, words.size() - count));
        return String.join(" ", words.subList(first, Math.min(words.size(), first + count)));
    }

    private String misspelt(String words) {
        if (words.length() < 4) {
            return words;
        }
        int at = 1 + random.nextInt(words.length() - 2);
        return words.substring(0, at) + words.substring(at + 1);
    }

    private static String coded(String text) {
        return QueryPlatform.coded(text.isBlank() ? "a" : text).replace("+", "%20");
    }

    private void measure(String what, Function<Page, String> address) {
        long[] micros = new long[MEASURED];
        int found = 0;
        for (int n = -WARM_UP; n < MEASURED; n++) {
            Page page = pages.get(random.nextInt(pages.size()));
            String path = address.apply(page);
            long started = System.nanoTime();
            Answer answer = platform.getAtOnce(author, path);
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.status() + " " + path + answer.text());
            }
            if (n >= 0) {
                micros[n] = (System.nanoTime() - started) / 1_000;
                found += answer.text().contains(page.id().toString()) ? 1 : 0;
            }
        }
        Arrays.sort(micros);
        print(
                "%-48s p50 %6.1f ms  p95 %6.1f ms  p99 %6.1f ms  shows its article %d %%",
                what,
                micros[MEASURED / 2] / 1e3,
                micros[MEASURED * 95 / 100] / 1e3,
                micros[MEASURED * 99 / 100] / 1e3,
                100 * found / MEASURED);
    }

    private static long seconds(long started) {
        return (System.nanoTime() - started) / 1_000_000_000;
    }

    private static void print(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}
