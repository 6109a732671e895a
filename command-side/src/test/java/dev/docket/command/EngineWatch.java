package dev.docket.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Sees what a node's engine was asked and answered, and may answer otherwise. */
@FunctionalInterface
public interface EngineWatch {

    /**
     * @param result of the engine itself
     * @return what the caller gets
     */
    @Nullable Object seen(Method method, Object[] arguments, @Nullable Object result)
            throws Exception;

    /** Puts a watch before the engine. */
    static BeanPostProcessor by(EngineWatch watch) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof EventStorageEngine engine ? watched(engine, watch) : bean;
            }
        };
    }

    private static Object watched(EventStorageEngine engine, EngineWatch watch) {
        return Proxy.newProxyInstance(
                EngineWatch.class.getClassLoader(),
                new Class<?>[] {EventStorageEngine.class},
                (proxy, method, arguments) -> {
                    try {
                        return watch.seen(method, arguments, method.invoke(engine, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
