package dev.docket.command.dispatch;

import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Puts a command's facts on its events, and the log's position on its answer. */
final class WishInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        work.registerCorrelationDataProvider(command -> Map.of("facts", Wish.in(command).facts()));
        Object answer = chain.proceed();
        return answer instanceof Outcome<?> outcome ? new AppendOutcome<>(outcome, work) : answer;
    }
}
