package dev.docket.query.knowledge;

import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The languages that a request would like an answer in, the best first. */
public final class Languages {

    private static final int LONGEST_HEADER = 200;
    private static final int MOST = 5;

    private Languages() {}

    /** The one that is asked for by name, then those that the client says it reads. */
    static List<Locale> of(HttpServletRequest request, Parameters asked) {
        List<Locale> languages = new ArrayList<>();
        String named = ArticleFilter.language(asked);
        if (named != null) {
            languages.add(Locale.forLanguageTag(named));
        }
        languages.addAll(accepted(request));
        return languages;
    }

    /** A header that cannot be read says nothing: clients send what they like in it. */
    public static List<Locale> accepted(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> !locale.getLanguage().isEmpty())
                    .limit(MOST)
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
