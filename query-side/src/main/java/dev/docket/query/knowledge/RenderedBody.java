package dev.docket.query.knowledge;

import dev.docket.query.knowledge.ArticleView.Heading;
import dev.docket.text.Markdown;
import dev.docket.text.MarkdownText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * An article's body as HTML. CommonMark lets authors write HTML of their own; the sanitiser behind
 * the renderer decides what of all of it is left, so nothing depends on the renderer's care.
 *
 * @param html of which no part runs, is loaded from elsewhere, or looks like a part of the page
 */
public record RenderedBody(String html, List<Heading> headings, int readingMinutes) {

    private static final int WORDS_A_MINUTE = 220;

    /** Anchors begin with it, so that none is the name of something that scripts rely on. */
    private static final String ANCHOR = "s-";

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** A path on this host; two slashes would begin another host's name. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\w./?=&%-]*");

    private static final Pattern ANCHORS = Pattern.compile(ANCHOR + "[\\p{L}\\p{M}\\p{N}_-]+");
    private static final Pattern CODE_LANGUAGE = Pattern.compile("language-[\\w+#.-]{1,40}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|right|center");
    private static final Pattern NOTHING = Pattern.compile("");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "br",
                            "hr",
                            "blockquote",
                            "pre",
                            "code",
                            "em",
                            "strong",
                            "del",
                            "ins",
                            "sub",
                            "sup",
                            "kbd",
                            "ul",
                            "ol",
                            "li",
                            "table",
                            "thead",
                            "tbody",
                            "tr",
                            "th",
                            "td",
                            "a",
                            "img",
                            "h1",
                            "h2",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "details",
                            "summary")
                    .allowAttributes("id")
                    .matching(ANCHORS)
                    .onElements("h1", "h2", "h3", "h4", "h5", "h6")
                    .allowAttributes("class")
                    .matching(CODE_LANGUAGE)
                    .onElements("code")
                    .allowAttributes("align")
                    .matching(ALIGNMENT)
                    .onElements("th", "td")
                    .allowAttributes("start")
                    .matching(NUMBER)
                    .onElements("ol")
                    .allowAttributes("href")
                    .onElements("a")
                    .allowAttributes("download")
                    .matching(NOTHING)
                    .onElements("a")
                    .allowAttributes("title")
                    .onElements("a", "img")
                    .allowAttributes("alt")
                    .onElements("img")
                    .allowAttributes("src")
                    .matching(OWN_PATH)
                    .onElements("img")
                    .allowUrlProtocols("https", "http", "mailto")
                    .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
                    .toFactory();

    /** Renders a text in CommonMark; it takes time in proportion to its length. */
    public static RenderedBody of(String markdown) {
        Node document = Markdown.parse(markdown);
        AttachedTargets.resolveIn(document);
        Map<Node, Heading> headings = headings(document);
        HtmlRenderer renderer =
                HtmlRenderer.builder()
                        .extensions(Markdown.EXTENSIONS)
                        .attributeProviderFactory(context -> attributes(headings))
                        .build();
        String html = POLICY.sanitize(renderer.render(document));
        return new RenderedBody(html, List.copyOf(headings.values()), readingMinutes(markdown));
    }

    private static AttributeProvider attributes(Map<Node, Heading> headings) {
        return (node, tag, attributes) -> {
            AttachedTargets.describe(node, attributes);
            Heading heading = headings.get(node);
            if (heading != null) {
                attributes.put("id", heading.anchor());
            }
        };
    }

    /** In their order, each with an anchor of its own. */
    private static Map<Node, Heading> headings(Node document) {
        Map<Node, Heading> headings = new LinkedHashMap<>();
        Map<String, Integer> used = new HashMap<>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(org.commonmark.node.Heading heading) {
                        Reading reading = new Reading();
                        heading.accept(reading);
                        String text = reading.text.toString().strip();
                        headings.put(
                                heading, new Heading(heading.getLevel(), anchor(text, used), text));
                    }
                });
        return headings;
    }

    private static String anchor(String text, Map<String, Integer> used) {
        String words = NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
        String anchor = ANCHOR + (words.isEmpty() ? "-" : words);
        int before = used.merge(anchor, 1, Integer::sum);
        return before == 1 ? anchor : anchor + "_" + before;
    }

    private static final class Reading extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }
    }

    /** Scripts without spaces count two characters as a word. */
    private static int readingMinutes(String markdown) {
        String text = MarkdownText.of(markdown);
        long words = 0;
        boolean within = false;
        long ideographs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && Character.isIdeographic(c)) {
                ideographs++;
            } else if (letter && !within) {
                words++;
            }
            within = letter;
        }
        return (int) Math.max(1, Math.ceilDiv(words + ideographs / 2, WORDS_A_MINUTE));
    }
}
