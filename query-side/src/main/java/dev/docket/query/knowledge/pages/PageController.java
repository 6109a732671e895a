package dev.docket.query.knowledge.pages;

import dev.docket.edge.Public;
import dev.docket.query.knowledge.ArticleFilter;
import dev.docket.query.knowledge.ArticleItem;
import dev.docket.query.knowledge.ArticleQueries;
import dev.docket.query.knowledge.ArticleView;
import dev.docket.query.knowledge.ArticleView.Attachment;
import dev.docket.query.knowledge.CategoryQueries;
import dev.docket.query.knowledge.CategoryQueries.Node;
import dev.docket.query.knowledge.CategoryQueries.Step;
import dev.docket.query.knowledge.Languages;
import dev.docket.query.knowledge.Reader;
import dev.docket.query.knowledge.pages.Pages.Content;
import dev.docket.query.paging.Page;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final int PAGE = 50;
    private static final int FEATURED = 6;
    private final ArticleQueries articles;
    private final CategoryQueries categories;
    private final Pages pages;
    private final Assets assets;
    private final String host;

    PageController(
            ArticleQueries articles,
            CategoryQueries categories,
            Pages pages,
            Assets assets,
            PagesProperties properties) {
        this.articles = articles;
        this.categories = categories;
        this.pages = pages;
        this.assets = assets;
        this.host = properties.url().toString();
    }

    @GetMapping("/{organisation}")
    @Public(OPEN)
    ResponseEntity<String> home(@PathVariable String organisation, HttpServletRequest request) {
        Addresses addresses = addresses(organisation);
        Reader reader = Reader.anybody(addresses.organisation());
        List<Locale> languages = Languages.accepted(request);
        List<Node> tree = categories.tree(reader, languages);
        List<ArticleItem> newest = some(reader, ArticleFilter.NONE);
        if (tree.isEmpty() && newest.isEmpty()) {
            return pages.missing(addresses, Texts.in(languages));
        }
        Content home =
                new Content("home", addresses, Texts.in(languages))
                        .with("categories", tree)
                        .with("featured", some(reader, ArticleFilter.ofFeatured()))
                        .with("newest", unfeatured(newest));
        return pages.keptByLanguage(home, List.of(key(addresses)));
    }

    @GetMapping("/{organisation}/categories/{category}")
    @Public(OPEN)
    ResponseEntity<String> category(
            @PathVariable String organisation,
            @PathVariable String category,
            HttpServletRequest request) {
        String cursor = request.getParameter("cursor");
        Addresses addresses = addresses(organisation);
        Reader reader = Reader.anybody(addresses.organisation());
        List<Locale> languages = Languages.accepted(request);
        Texts texts = Texts.in(languages);
        List<Node> path = new ArrayList<>();
        UUID id = Addresses.id(category);
        if (id == null || !leads(categories.tree(reader, languages), id, path)) {
            return pages.missing(addresses, texts);
        }
        Page<ArticleItem> found = articles.published(reader, ArticleFilter.in(id), cursor, PAGE);
        Content page =
                new Content("category", addresses, texts)
                        .with("path", path.stream().map(Node::step).toList())
                        .with("category", path.getLast())
                        .with("articles", found.items())
                        .with("next", Optional.ofNullable(found.nextCursor()));
        return pages.keptByLanguage(page, List.of(key(addresses), "category-" + id));
    }

    @GetMapping({"/{organisation}/articles/{article}", "/{organisation}/articles/{article}/{slug}"})
    @Public(OPEN)
    ResponseEntity<String> article(
            @PathVariable String organisation,
            @PathVariable String article,
            @PathVariable(required = false) @Nullable String slug,
            HttpServletRequest request) {
        Addresses addresses = addresses(organisation);
        Reader reader = Reader.anybody(addresses.organisation());
        UUID id = Addresses.id(article);
        Optional<ArticleView> found =
                id == null ? Optional.empty() : articles.published(reader, id);
        if (found.isEmpty()) {
            return pages.missing(addresses, Texts.in(Languages.accepted(request)));
        }
        ArticleView view = found.get();
        String address = addresses.article(view.id(), view.title());
        if (!Addresses.slug(view.title()).equals(slug)) {
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create(address))
                    .build();
        }
        UUID category = view.category();
        List<Locale> language = List.of(Locale.forLanguageTag(view.language()));
        List<Step> path =
                category == null ? List.of() : categories.path(reader, category, language);
        Content page =
                new Content("article", addresses, Texts.in(language))
                        .with("article", view)
                        .with("files", unnamed(view))
                        .with("path", path)
                        .with("data", StructuredData.of(view, addresses.absolute(address)));
        List<String> keys = new ArrayList<>(List.of(key(addresses), "article-" + view.id()));
        path.forEach(step -> keys.add("category-" + step.id()));
        view.translations().forEach(other -> keys.add("article-" + other.id()));
        return pages.kept(page, keys);
    }

    private List<ArticleItem> some(Reader reader, ArticleFilter filter) {
        return articles.published(reader, filter, null, FEATURED).items();
    }

    /** Those that the page does not show above already. */
    private static List<ArticleItem> unfeatured(List<ArticleItem> items) {
        return items.stream().filter(item -> !item.featured()).toList();
    }

    /** The files that the body neither shows nor leads to. */
    private static List<Attachment> unnamed(ArticleView article) {
        return article.attachments().stream()
                .filter(file -> !article.html().contains(file.id().toString()))
                .toList();
    }

    @GetMapping(value = "/{organisation}/sitemap.xml")
    @Public(OPEN)
    ResponseEntity<String> sitemap(@PathVariable String organisation) {
        Addresses addresses = addresses(organisation);
        String xml =
                Sitemap.of(addresses, articles.sitemap(Reader.anybody(addresses.organisation())));
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Pages.KEPT).cachePublic())
                .header("Surrogate-Key", key(addresses))
                .eTag(Pages.tag(xml))
                .body(xml);
    }

    @GetMapping("/assets/{name}")
    @Public(OPEN)
    ResponseEntity<byte[]> asset(@PathVariable String name) {
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
        return Addresses.of(host, organisation, assets);
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
}
