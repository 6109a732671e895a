package dev.docket.query.knowledge.pages;

import dev.docket.edge.Public;
import dev.docket.query.knowledge.ArticleFilter;
import dev.docket.query.knowledge.ArticleItem;
import dev.docket.query.knowledge.ArticleQueries;
import dev.docket.query.knowledge.ArticleView;
import dev.docket.query.knowledge.CategoryQueries;
import dev.docket.query.knowledge.CategoryQueries.Node;
import dev.docket.query.knowledge.Languages;
import dev.docket.query.knowledge.Reader;
import dev.docket.query.paging.Page;
import dev.docket.query.paging.Parameters;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public pages. Anything between here and a reader may keep them for an hour; their surrogate
 * keys say which to drop when something changes. What is not public is not there.
 */
@RestController
@Hidden
@RequestMapping("/kb")
class PageController {

    private static final String OPEN = "Public articles are for everybody";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int PAGE = 50;
    private static final int FEATURED = 6;
    private static final int UUID_LENGTH = 36;
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** Nothing runs or is loaded but our own files; the page is in no frame. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final ArticleQueries articles;
    private final CategoryQueries categories;
    private final Pages pages = new Pages();
    private final Assets assets = new Assets();
    private final String host;

    PageController(
            ArticleQueries articles, CategoryQueries categories, PagesProperties properties) {
        this.articles = articles;
        this.categories = categories;
        this.host = properties.url().toString();
    }

    @GetMapping("/{organisation}")
    @Public(OPEN)
    ResponseEntity<String> home(@PathVariable String organisation, HttpServletRequest request) {
        Parameters.none(request);
        Addresses addresses = addresses(organisation);
        Reader reader = Reader.anybody(addresses.organisation());
        Map<String, Object> values = new HashMap<>();
        values.put("addresses", addresses);
        values.put("categories", categories.tree(reader, Languages.accepted(request)));
        values.put(
                "featured",
                articles.published(reader, ArticleFilter.ofFeatured(), null, FEATURED).items());
        values.put(
                "newest", articles.published(reader, ArticleFilter.NONE, null, FEATURED).items());
        return answer("home", values, List.of(key(addresses)), "Accept-Language");
    }

    @GetMapping("/{organisation}/categories/{category}")
    @Public(OPEN)
    ResponseEntity<String> category(
            @PathVariable String organisation,
            @PathVariable String category,
            HttpServletRequest request) {
        Parameters asked = new Parameters(request, "cursor");
        String cursor = asked.cursor();
        Addresses addresses = addresses(organisation);
        Reader reader = Reader.anybody(addresses.organisation());
        List<Node> path = new ArrayList<>();
        UUID id = id(category);
        if (id == null || !leads(categories.tree(reader, Languages.accepted(request)), id, path)) {
            return missing(addresses);
        }
        Page<ArticleItem> found = articles.published(reader, ArticleFilter.in(id), cursor, PAGE);
        Map<String, Object> values = new HashMap<>();
        values.put("addresses", addresses);
        values.put("path", path);
        values.put("articles", found.items());
        values.put("next", Optional.ofNullable(found.nextCursor()));
        return answer(
                "category", values, List.of(key(addresses), "category-" + id), "Accept-Language");
    }

    @GetMapping({"/{organisation}/articles/{article}", "/{organisation}/articles/{article}/{slug}"})
    @Public(OPEN)
    ResponseEntity<String> article(
            @PathVariable String organisation,
            @PathVariable String article,
            @PathVariable(required = false) @Nullable String slug,
            HttpServletRequest request) {
        Parameters.none(request);
        Addresses addresses = addresses(organisation);
        Reader reader = Reader.anybody(addresses.organisation());
        UUID id = id(article);
        Optional<ArticleView> found =
                id == null ? Optional.empty() : articles.published(reader, id);
        if (found.isEmpty()) {
            return missing(addresses);
        }
        ArticleView view = found.get();
        String address = addresses.article(view.id(), view.title());
        if (!Addresses.slug(view.title()).equals(slug)) {
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create(address))
                    .build();
        }
        List<Node> path = new ArrayList<>();
        UUID category = view.category();
        if (category != null) {
            Locale language = Locale.forLanguageTag(view.language());
            leads(categories.tree(reader, List.of(language)), category, path);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("addresses", addresses);
        values.put("article", view);
        values.put("path", path);
        values.put("data", StructuredData.of(view, addresses.absolute(address)));
        List<String> keys = new ArrayList<>(List.of(key(addresses), "article-" + view.id()));
        path.forEach(node -> keys.add("category-" + node.id()));
        view.translations().forEach(other -> keys.add("article-" + other.id()));
        return answer("article", values, keys, null);
    }

    @GetMapping(value = "/{organisation}/sitemap.xml")
    @Public(OPEN)
    ResponseEntity<String> sitemap(@PathVariable String organisation, HttpServletRequest request) {
        Parameters.none(request);
        Addresses addresses = addresses(organisation);
        String xml =
                Sitemap.of(addresses, articles.sitemap(Reader.anybody(addresses.organisation())));
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header("Surrogate-Key", key(addresses))
                .eTag(tag(xml))
                .body(xml);
    }

    @GetMapping("/assets/{name}")
    @Public(OPEN)
    ResponseEntity<byte[]> asset(@PathVariable String name, HttpServletRequest request) {
        Parameters.none(request);
        Assets.Asset asset = assets.find(name);
        if (asset == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asset.type()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(asset.content());
    }

    private Addresses addresses(String organisation) {
        UUID id = id(organisation);
        return new Addresses(host, id == null ? new UUID(0, 0) : id, assets);
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.length() == UUID_LENGTH ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static String key(Addresses addresses) {
        return "kb-" + addresses.organisation();
    }

    /** Whether there is a way from the top to a category, which is then the path. */
    private static boolean leads(List<Node> nodes, UUID category, List<Node> path) {
        for (Node node : nodes) {
            path.add(node);
            if (node.id().equals(category) || leads(node.children(), category, path)) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }

    private ResponseEntity<String> answer(
            String template,
            Map<String, Object> values,
            List<String> keys,
            @Nullable String varies) {
        String html = pages.page(template, values);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .contentType(HTML)
                        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                        .header("Surrogate-Key", String.join(" ", keys))
                        .header("Content-Security-Policy", POLICY)
                        .eTag(tag(html));
        return (varies == null ? answer : answer.varyBy(varies)).body(html);
    }

    private static String tag(String text) {
        return "\"" + Assets.digest(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + "\"";
    }

    private ResponseEntity<String> missing(Addresses addresses) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .body(pages.page("missing", Map.of("addresses", addresses)));
    }
}
