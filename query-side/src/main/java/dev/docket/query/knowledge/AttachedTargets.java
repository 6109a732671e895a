package dev.docket.query.knowledge;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Leads what a text calls {@code attachment:ID} to where the file is. Who asks there without being
 * allowed to see the file gets nothing, so a text may name any.
 */
final class AttachedTargets extends AbstractVisitor {

    private static final String FILES = "/api/v1/attachments/";

    private static final Pattern FORM =
            Pattern.compile(
                    "attachment:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
                    Pattern.CASE_INSENSITIVE);

    private AttachedTargets() {}

    static void resolveIn(Node document) {
        document.accept(new AttachedTargets());
    }

    /** A link to a file saves it, even where the browser could show it. */
    static void describe(Node node, Map<String, String> attributes) {
        if (node instanceof Link link && link.getDestination().startsWith(FILES)) {
            attributes.put("download", "");
        }
    }

    @Override
    public void visit(Image image) {
        target(image.getDestination()).ifPresent(image::setDestination);
        visitChildren(image);
    }

    @Override
    public void visit(Link link) {
        target(link.getDestination()).ifPresent(link::setDestination);
        visitChildren(link);
    }

    private static Optional<String> target(String destination) {
        Matcher named = FORM.matcher(destination);
        return named.matches() ? Optional.of(FILES + named.group(1)) : Optional.empty();
    }
}
