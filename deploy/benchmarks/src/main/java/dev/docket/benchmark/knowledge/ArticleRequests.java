package dev.docket.benchmark.knowledge;

import dev.docket.benchmark.article.Page;
import dev.docket.benchmark.platform.Bench;
import dev.docket.benchmark.platform.Client;
import dev.docket.benchmark.platform.Platform;
import dev.docket.benchmark.platform.Searches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What readers ask of some of the articles.
 *
 * @param addresses of their pages
 * @param searches some words of a task
 * @param suggestions the first letters of a title
 */
record ArticleRequests(List<String> addresses, Asked searches, Asked suggestions) {

    private static final int ASKED_FOR = 5_000;
    private static final int PAGES = 500;
    private static final int FEWEST_LETTERS = 2;
    private static final int MOST_LETTERS = 8;

    /** The same path with one text after another, each in the language of its reader. */
    record Asked(String path, List<String> texts, List<String> languages) {

        void ask(Client client, long number) {
            client.get(path + Bench.pick(texts, number), Bench.pick(languages, number));
        }
    }

    static ArticleRequests of(List<Page> all, Client client, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Page> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        List<Page> pages =
                shuffled.stream().filter(page -> !page.tasks().isEmpty()).limit(ASKED_FOR).toList();
        List<String> tasks = pages.stream().map(page -> page.tasks().getFirst()).toList();
        List<String> languages = pages.stream().map(Page::language).toList();
        return new ArticleRequests(
                pages.stream().limit(PAGES).map(page -> address(page, client)).toList(),
                new Asked("/api/v1/search/articles?q=", Searches.of(tasks, random), languages),
                new Asked(
                        "/api/v1/suggest?q=",
                        pages.stream().map(page -> beginning(page.title(), random)).toList(),
                        languages));
    }

    /** Where the page really is: an address without the title's words leads there. */
    private static String address(Page page, Client client) {
        return client.location("/kb/" + Platform.TENANT + "/articles/" + page.article());
    }

    private static String beginning(String title, SplittableRandom random) {
        int letters = random.nextInt(FEWEST_LETTERS, MOST_LETTERS + 1);
        return Client.coded(title.substring(0, Math.min(letters, title.length())));
    }
}
