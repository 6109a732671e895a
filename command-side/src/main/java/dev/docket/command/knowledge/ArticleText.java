package dev.docket.command.knowledge;

import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.TextRule;
import dev.docket.command.knowledge.base.CategoryGuard;
import dev.docket.event.knowledge.ArticleContent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long the texts of an article may be; lengths are in UTF-16 code units. */
final class ArticleText {

    static final int TITLE = 255;
    static final int SUMMARY = 1_000;
    static final int BODY = 262_144;
    static final int REASON = 1_000;
    static final int COMMENT = 2_000;

    private ArticleText() {}

    /** A draft may lack any text; what it has must fit. */
    static Optional<Refusal> content(ArticleContent content) {
        return TextRule.line("title", content.title(), TITLE)
                .or(() -> TextRule.lines("summary", content.summary(), SUMMARY))
                .or(() -> TextRule.lines("body", content.body(), BODY))
                .or(() -> TextRule.tags(content.tags()))
                .or(() -> CategoryGuard.visibilityMustFit(content.visibility()));
    }

    static ArticleContent tidied(ArticleContent content) {
        return new ArticleContent(
                content.language(),
                content.title().strip(),
                content.summary().strip(),
                content.body(),
                content.category(),
                content.tags(),
                content.visibility());
    }

    static Optional<Refusal> reason(@Nullable String reason) {
        return reason == null ? Optional.empty() : TextRule.lines("reason", reason, REASON);
    }

    static Optional<Refusal> requiredReason(String reason) {
        return TextRule.present("reason", reason).or(() -> reason(reason));
    }

    static Optional<Refusal> comment(@Nullable String comment) {
        return comment == null
                ? Optional.empty()
                : TextRule.present("comment", comment)
                        .or(() -> TextRule.lines("comment", comment, COMMENT));
    }
}
