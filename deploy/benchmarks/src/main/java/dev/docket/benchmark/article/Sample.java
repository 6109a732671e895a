package dev.docket.benchmark.article;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.util.DigestUtils;

/**
 * Makes the sample that comes with the build out of all pages: of each language the same number of
 * those that say at least three things, the ones whose digest comes first. The same input gives the
 * same sample.
 */
public final class Sample {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ru", "ja");
    private static final int OF_EACH = 270;
    private static final int FEWEST_TASKS = 3;

    private Sample() {}

    /**
     * @param files all pages, and where the sample goes
     */
    public static void main(String... files) throws IOException {
        List<Page> pages = Pages.of(Path.of(files[0]));
        try (OutputStream out = new Smallest(Files.newOutputStream(Path.of(files[1])))) {
            for (Page page : LANGUAGES.stream().flatMap(lang -> of(pages, lang)).toList()) {
                out.write(Pages.JSON.writeValueAsBytes(page));
                out.write('\n');
            }
        }
    }

    private static Stream<Page> of(List<Page> pages, String lang) {
        return pages.stream()
                .filter(page -> page.lang().equals(lang) && page.tasks().size() >= FEWEST_TASKS)
                .sorted(Comparator.comparing(Sample::digest))
                .limit(OF_EACH);
    }

    private static String digest(Page page) {
        String name = page.lang() + "/" + page.key();
        return DigestUtils.md5DigestAsHex(name.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Smallest extends GZIPOutputStream {
        Smallest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
