package dev.docket.query.knowledge.pages;

import dev.docket.query.knowledge.ArticleQueries.Place;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses of all public articles, for search engines (sitemaps.org, version 0.9). */
final class Sitemap {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private Sitemap() {}

    static String of(Addresses addresses, List<Place> places) {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                        .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        add(xml, addresses.absolute(addresses.home()), null);
        for (Place place : places) {
            String address = addresses.article(place.id(), place.title());
            add(xml, addresses.absolute(address), DAY.format(place.publishedAt()));
        }
        return xml.append("</urlset>\n").toString();
    }

    /** Addresses hold only characters that XML does not mind: titles in them are encoded. */
    private static void add(StringBuilder xml, String address, @Nullable String day) {
        xml.append("<url><loc>").append(address).append("</loc>");
        if (day != null) {
            xml.append("<lastmod>").append(day).append("</lastmod>");
        }
        xml.append("</url>\n");
    }
}
