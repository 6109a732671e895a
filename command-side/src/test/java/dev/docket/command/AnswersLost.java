package dev.docket.command;

import dev.docket.event.ticket.TicketNumbersEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A node that can be made to fail after an append is on disk and before anybody is told of it. */
@Configuration(proxyBeanMethods = false)
class AnswersLost {

    private static final AtomicBoolean NEXT = new AtomicBoolean();

    /** The next append of a command to such a node happens, and the command fails. */
    static void loseNext() {
        NEXT.set(true);
    }

    @Bean
    static BeanPostProcessor losingAnswers() {
        return EngineWatch.by((method, arguments, result) -> {
            if (method.getName().equals("appendEvents")
                    && isOfACommand((List<?>) arguments[0])
                    && NEXT.getAndSet(false)) {
                throw new EventStoreException("The answer to an append was lost");
            }
            return result;
        });
    }

    /** Ticket numbers are reserved beside the commands, whenever they run low. */
    private static boolean isOfACommand(List<?> events) {
        return events.stream()
                .map(event -> ((EventMessage<?>) event).getPayload())
                .noneMatch(TicketNumbersEvent.class::isInstance);
    }
}
