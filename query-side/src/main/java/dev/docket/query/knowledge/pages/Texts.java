package dev.docket.query.knowledge.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pages say by themselves, in one language. */
public final class Texts {

    private static final Locale USUAL = Locale.ENGLISH;
    private static final long KIBIBYTE = 1 << 10;
    private static final long MEBIBYTE = 1 << 20;

    private static final Map<String, Texts> BY_LANGUAGE =
            Stream.of(USUAL, Locale.GERMAN, Locale.FRENCH, Locale.of("es"))
                    .map(Texts::new)
                    .collect(Collectors.toUnmodifiableMap(Texts::language, texts -> texts));

    private final Locale locale;
    private final Properties messages;

    private Texts(Locale locale) {
        this.locale = locale;
        messages = read(locale.equals(USUAL) ? "" : "_" + locale.getLanguage());
    }

    private static Properties read(String language) {
        String file = "/pages/texts/texts" + language + ".properties";
        Properties messages = new Properties();
        try (InputStream resource = Texts.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            messages.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the first of the languages that there are texts in; else in English. */
    static Texts in(List<Locale> languages) {
        return languages.stream()
                .map(language -> BY_LANGUAGE.get(language.getLanguage()))
                .filter(texts -> texts != null)
                .findFirst()
                .orElseGet(() -> all().get(USUAL.getLanguage()));
    }

    static Map<String, Texts> all() {
        return BY_LANGUAGE;
    }

    Properties messages() {
        return messages;
    }

    private String text(String key, Object... values) {
        return new MessageFormat(messages.getProperty(key), locale).format(values);
    }

    /** As the {@code lang} of what is written in it. */
    public String language() {
        return locale.getLanguage();
    }

    public String title() {
        return text("title");
    }

    public String home() {
        return text("home");
    }

    public String skip() {
        return text("skip");
    }

    public String path() {
        return text("path");
    }

    public String search() {
        return text("search");
    }

    public String searchArticles() {
        return text("searchArticles");
    }

    public String help() {
        return text("help");
    }

    public String featured() {
        return text("featured");
    }

    public String topics() {
        return text("topics");
    }

    public String newest() {
        return text("newest");
    }

    public String articles(long count) {
        return text("articles", count);
    }

    public String noArticles() {
        return text("noArticles");
    }

    public String more() {
        return text("more");
    }

    public String minutes(int count) {
        return text("minutes", count);
    }

    /** A day of UTC, as people of the language write it. */
    public String updated(Instant at) {
        return text(
                "updated",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(at));
    }

    public String contents() {
        return text("contents");
    }

    public String languages() {
        return text("languages");
    }

    /** What a language is called by those who speak it. */
    public String own(String language) {
        Locale other = Locale.forLanguageTag(language);
        return other.getDisplayName(other);
    }

    public String files() {
        return text("files");
    }

    /** Of a file, in the largest unit that leaves a number before the point. */
    public String size(long bytes) {
        NumberFormat number = NumberFormat.getInstance(locale);
        if (bytes < KIBIBYTE) {
            return number.format(bytes) + " B";
        }
        boolean large = bytes >= MEBIBYTE;
        number.setMaximumFractionDigits(large ? 1 : 0);
        double count = (double) bytes / (large ? MEBIBYTE : KIBIBYTE);
        return number.format(count) + (large ? " MB" : " KB");
    }

    public String missing() {
        return text("missing");
    }

    public String missingHint() {
        return text("missingHint");
    }

    public String allTopics() {
        return text("allTopics");
    }

    public String results(String words) {
        return text("results", words);
    }

    /**
     * @param atLeast whether there are more, which nobody counted
     */
    public String found(long count, boolean atLeast) {
        return text(atLeast ? "foundMany" : "found", count);
    }

    public String nothing(String words) {
        return text("nothing", words);
    }

    public String nothingHint() {
        return text("nothingHint");
    }

    public String didYouMean(String words) {
        return text("didYouMean", words);
    }

    public String away() {
        return text("away");
    }

    public String awayHint() {
        return text("awayHint");
    }
}
