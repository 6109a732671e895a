package dev.docket.command.knowledge;

import dev.docket.command.attachment.AttachmentsAtWork;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.attachment.Place;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Handles what concerns an article and files: all streams are appended to in one unit of work. */
final class ArticleFiles {

    private final Repository<ArticleAggregate> articles;
    private final AttachmentsAtWork files;

    ArticleFiles(Repository<ArticleAggregate> articles, AttachmentsAtWork files) {
        this.articles = articles;
        this.files = files;
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(AttachFiles command, MetaData beside) {
        Place place = new Place(Place.Kind.ARTICLE, command.article().value());
        return carryOut(
                command,
                Wish.in(beside),
                () -> command.attachments().forEach(file -> files.place(file, place)));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(RemoveFile command, MetaData beside) {
        return carryOut(
                command,
                Wish.in(beside),
                () -> files.erase(command.attachment(), command.reason()));
    }

    /** Files are looked at once it is clear that the command is no repeat. */
    private Outcome<ArticleAnswer> carryOut(
            ArticleFileCommand command, Wish wish, Runnable afterwards) {
        Aggregate<ArticleAggregate> article = articles.load(command.article().toString());
        Article before = article.invoke(ArticleAggregate::state);
        Outcome<ArticleAnswer> outcome =
                article.invoke(self ->
                        self.carryOut(
                                wish, () -> command.decide(before, wish.actor(), files::find)));
        if (outcome.happenedAfter(before.version())) {
            afterwards.run();
        }
        return outcome;
    }
}
