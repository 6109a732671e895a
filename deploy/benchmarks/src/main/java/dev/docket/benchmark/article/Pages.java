package dev.docket.benchmark.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads pages: a line of JSON for each, compressed by gzip. */
public final class Pages {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PARAGRAPHS = "\n\n";
    private static final String SAMPLE = "tldr-sample.jsonl.gz";

    private Pages() {}

    /** The pages of a file, or the {@link Sample} where there is none. */
    public static List<Page> of(@Nullable Path file) {
        try (InputStream in = file == null ? sampleFile() : Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("No pages in " + file, e);
        }
    }

    /** Those that come with this program. */
    public static List<Page> sample() {
        return of(null);
    }

    private static InputStream sampleFile() {
        InputStream in = Pages.class.getResourceAsStream(SAMPLE);
        if (in == null) {
            throw new IllegalStateException("The build lacks " + SAMPLE);
        }
        return in;
    }

    private static List<Page> read(InputStream in) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> JSON.readValue(line, Page.class)).toList();
        }
    }

    /** So many; where there are fewer, further ones are made of the halves of two. */
    public static List<Page> exactly(int count, List<Page> pages) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    int round = number / pages.size();
                    Page page = pages.get(number % pages.size());
                    return round == 0
                            ? page
                            : mixed(page, pages.get((number + round) % pages.size()), round);
                })
                .toList();
    }

    private static Page mixed(Page page, Page other, int round) {
        List<String> first = paragraphs(page);
        List<String> second = paragraphs(other);
        List<String> both = new ArrayList<>(first.subList(0, (first.size() + 1) / 2));
        both.addAll(second.subList((second.size() + 1) / 2, second.size()));
        return new Page(
                page.key() + "-" + round,
                page.category(),
                page.lang(),
                page.title() + " " + other.title(),
                String.join(PARAGRAPHS, both));
    }

    private static List<String> paragraphs(Page page) {
        return List.of(page.body().split(PARAGRAPHS));
    }
}
