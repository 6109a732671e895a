package dev.docket.query.live;

import dev.docket.edge.AccessTokens;
import dev.docket.log.LogReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.websocket.server.WsContextListener;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Live rooms on a query node. */
@Configuration(proxyBeanMethods = false)
@Import(LiveController.class)
@EnableConfigurationProperties(LiveProperties.class)
public class LiveConfiguration {

    /** Requests that come while all live connections are there. */
    private static final int BESIDE = 2_000;

    private static final int LONGEST_TEXT = 8_192;

    /** Nobody sends binary messages, and each connection would keep a buffer for one. */
    private static final int LONGEST_BINARY = 128;

    @Bean
    ServerMessages liveMessages() {
        return new ServerMessages();
    }

    @Bean
    Rooms liveRooms(LogReader log, ServerMessages liveMessages, MeterRegistry metrics) {
        Rooms rooms = new Rooms(log, liveMessages);
        Gauge.builder("docket.live.rooms", rooms, Rooms::memberships)
                .description("Rooms that all live connections together are in")
                .register(metrics);
        return rooms;
    }

    @Bean
    LogFeed liveFeed(LogReader log, Rooms liveRooms) {
        return new LogFeed(log, liveRooms);
    }

    @Bean
    Connections liveConnections(
            LiveProperties properties, Rooms liveRooms, Clock clock, MeterRegistry metrics) {
        Connections connections = new Connections(properties, liveRooms, clock);
        Gauge.builder("docket.live.connections", connections, Connections::count)
                .description("Live connections")
                .register(metrics);
        return connections;
    }

    @Bean
    LiveHandler liveHandler(
            Connections liveConnections,
            Rooms liveRooms,
            AccessTokens tokens,
            LogReader log,
            ServerMessages liveMessages,
            MeterRegistry metrics) {
        return new LiveHandler(liveConnections, liveRooms, tokens, log, liveMessages, metrics);
    }

    @Bean
    ServletServerContainerFactoryBean liveBuffers() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(LONGEST_TEXT);
        container.setMaxBinaryMessageBufferSize(LONGEST_BINARY);
        return container;
    }

    /** After the server's own settings, which say 8,192 where nothing else is said. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> liveSockets(
            LiveProperties properties) {
        return server -> {
            server.addContextCustomizers(
                    context -> context.addApplicationListener(WsContextListener.class.getName()));
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                    int needed = properties.connections() + BESIDE;
                    protocol.setMaxConnections(Math.max(protocol.getMaxConnections(), needed));
                }
            });
        };
    }
}
