package dev.docket.query.knowledge.pages;

import dev.docket.edge.Public;
import dev.docket.query.knowledge.FoundArticles;
import dev.docket.query.knowledge.Languages;
import dev.docket.query.knowledge.PublicSearch;
import dev.docket.query.knowledge.pages.Pages.Content;
import dev.docket.query.paging.Parameters;
import dev.docket.query.search.SearchAwayException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What readers found, as a page that needs no script and that search engines leave out. */
@RestController
@Hidden
class ResultsController {

    private static final int PAGE = 20;

    private final PublicSearch search;
    private final Pages pages;
    private final Assets assets;
    private final String host;

    ResultsController(PublicSearch search, Pages pages, Assets assets, PagesProperties properties) {
        this.search = search;
        this.pages = pages;
        this.assets = assets;
        this.host = properties.url().toString();
    }

    @GetMapping("/kb/{organisation}/search")
    @Public("Public articles are for everybody")
    ResponseEntity<String> results(@PathVariable String organisation, HttpServletRequest request) {
        Parameters asked = new Parameters(request, "q", "cursor");
        String words = Optional.ofNullable(asked.words("q")).map(String::strip).orElse("");
        String cursor = asked.cursor();
        Addresses addresses = Addresses.of(host, organisation, assets);
        List<Locale> languages = Languages.accepted(request);
        Texts texts = Texts.in(languages);
        try {
            FoundArticles found =
                    search.find(addresses.organisation(), words, languages, cursor, PAGE);
            Content page =
                    new Content("results", addresses, texts)
                            .with("words", words)
                            .with("found", found);
            return pages.passing(page);
        } catch (SearchAwayException away) {
            return pages.away(new Content("away", addresses, texts).with("words", words));
        }
    }
}
