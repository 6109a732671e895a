package dev.docket.command.dispatch;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Finds the aggregate that a command names in its component annotated with {@link
 * TargetAggregateIdentifier}. Axon's own resolver searches the command's class and all its
 * annotations each time, which took two fifths of the time of a command; this one searches once a
 * class.
 */
public final class AnnotatedTarget implements CommandTargetResolver {

    private static final ClassValue<Field> TARGETS =
            new ClassValue<>() {
                @Override
                protected Field computeValue(Class<?> command) {
                    return target(command);
                }
            };

    private static Field target(Class<?> command) {
        Field target =
                Arrays.stream(command.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(TargetAggregateIdentifier.class))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        command + " does not name its aggregate"));
        target.setAccessible(true);
        return target;
    }

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        Object payload = command.getPayload();
        try {
            Object target = TARGETS.get(payload.getClass()).get(payload);
            return new VersionedAggregateIdentifier(target, null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(payload.getClass() + " hides its aggregate", e);
        }
    }
}
