package dev.docket.query.knowledge.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Fills templates, which are compiled with the program: every value in them is escaped. */
final class Pages {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    String page(String template, Map<String, Object> values) {
        StringOutput page = new StringOutput();
        templates.render(template + ".jte", values, page);
        return page.toString();
    }
}
