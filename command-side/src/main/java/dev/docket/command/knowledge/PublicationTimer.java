package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.RefusedException;
import dev.docket.command.dispatch.DispatchRule;
import dev.docket.command.dispatch.Wish;
import dev.docket.command.knowledge.Article.Scheduled;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.people.PersonId;
import dev.docket.log.Reminders;
import dev.docket.log.Reminders.Reminder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what was scheduled when its time has come. Any number of nodes may run one: a reminder
 * is given to one of them at a time, and to another one if that one does not come back. The article
 * itself decides, so that what comes twice happens once; nothing is lost over a restart, because
 * reminders are on disk. A reminder is asked about for a while after its time, in case it came
 * before the schedule that it belongs to was recorded.
 */
final class PublicationTimer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationTimer.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 100;

    private final ArticleDesk desk;
    private final Reminders reminders;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("docket-publications").factory());
    private @Nullable Future<?> ticks;
    private boolean failing;

    PublicationTimer(ArticleDesk desk, Reminders reminders, Clock clock) {
        this.desk = desk;
        this.reminders = reminders;
        this.clock = clock;
    }

    void start() {
        ticks =
                thread.scheduleWithFixedDelay(
                        this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What fails now is tried again: a reminder stays until its article has answered. */
    private void tick() {
        try {
            boolean allAnswered = true;
            List<Reminder> due;
            do {
                due = reminders.take(ArticleDesk.PUBLICATIONS, clock.instant(), LEASE, AT_ONCE);
                for (Reminder reminder : due) {
                    allAnswered &= publish(reminder);
                }
            } while (due.size() == AT_ONCE);
            failing = !allAnswered;
        } catch (RuntimeException e) {
            failed("Scheduled publications wait until the log answers again", e);
        }
    }

    /** Whether its article has answered; one that does not keeps no other one waiting. */
    private boolean publish(Reminder reminder) {
        try {
            ask(reminder);
        } catch (RuntimeException e) {
            failed("A scheduled publication is tried again: " + reminder, e);
            return false;
        }
        if (reminder.due().plus(GRACE).isBefore(clock.instant())) {
            reminders.drop(reminder);
        }
        return true;
    }

    private void ask(Reminder reminder) {
        ArticleId article = new ArticleId(reminder.stream());
        try {
            Wish wish = wish(reminder, article);
            desk.send(new PublishDue(article, reminder.due(), desk.base(wish)), wish);
        } catch (RefusedException refused) {
            if (refused.refusal().rule().equals(DispatchRule.TOO_MANY_CONFLICTS)) {
                throw refused;
            }
            LOG.debug("Nothing to publish for {}", reminder, refused);
        } catch (AggregateNotFoundException | IncompatibleAggregateException noArticle) {
            LOG.debug("Nothing to publish for {}", reminder, noArticle);
        }
    }

    private void failed(String what, RuntimeException e) {
        if (!failing) {
            LOG.warn(what, e);
        }
        failing = true;
    }

    /** It belongs to the chain of whoever scheduled. */
    private Wish wish(Reminder reminder, ArticleId article) {
        TenantId tenant = reminder.tenant();
        UUID id = UUID.randomUUID();
        UUID correlation =
                desk.find(article).map(Article::scheduled).map(Scheduled::correlation).orElse(id);
        Facts facts =
                new Facts(
                        tenant,
                        PersonId.SYSTEM,
                        "PublishDue",
                        id,
                        correlation,
                        "publication timer",
                        null,
                        null,
                        null);
        return new Wish(new Actor(tenant, PersonId.SYSTEM, true), facts, null);
    }

    @Override
    public void close() {
        if (ticks != null) {
            ticks.cancel(false);
        }
        thread.close();
    }
}
