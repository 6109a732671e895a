package dev.docket.text;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Reads CommonMark with tables. Whoever visits what was read goes down by recursion, so a text that
 * nests deeper than anybody writes is taken for words without marks.
 */
public final class Markdown {

    /** Also for those who write it out again. */
    public static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final int DEEPEST = 100;

    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST / 2).build();

    private Markdown() {}

    /** The document that a text is. */
    public static Node parse(String markdown) {
        Node document = PARSER.parse(markdown);
        return isTooDeep(document) ? plain(markdown) : document;
    }

    private static boolean isTooDeep(Node document) {
        int depth = 0;
        Node node = document;
        while (true) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                if (++depth > DEEPEST) {
                    return true;
                }
            } else {
                while (node.getParent() != null && node.getNext() == null) {
                    node = node.getParent();
                    depth--;
                }
                if (node.getParent() == null) {
                    return false;
                }
                node = node.getNext();
            }
        }
    }

    private static Node plain(String text) {
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        Document document = new Document();
        document.appendChild(paragraph);
        return document;
    }
}
