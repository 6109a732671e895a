package dev.docket.query.live;

import dev.docket.edge.CallerResolver;
import dev.docket.edge.ConsoleOrigins;
import dev.docket.edge.Problem;
import dev.docket.edge.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** Where a connection begins: what is refused here is refused as a problem like any other. */
@RestController
@Hidden
class LiveController {

    private final Connections connections;
    private final ConsoleOrigins origins;
    private final WebSocketHttpRequestHandler handshake;

    LiveController(LiveHandler handler, Connections connections, ConsoleOrigins origins) {
        this.connections = connections;
        this.origins = origins;
        this.handshake = new WebSocketHttpRequestHandler(handler, new WithoutCompression());
        handshake.setHandshakeInterceptors(List.of(new Whence()));
    }

    @GetMapping("/api/v1/live")
    @Public("the first message says who it is")
    void connect(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        origins.require(request);
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            throw Problem.of(
                            HttpStatus.UPGRADE_REQUIRED,
                            "upgrade-required",
                            "This is a WebSocket: send a handshake")
                    .asException();
        }
        if (!connections.hasRoom()) {
            throw Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "too-many-connections",
                            "This node takes no more live connections at the moment")
                    .asException();
        }
        if (!connections.hasRoomFor(request.getRemoteAddr())) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-connections",
                            "Too many connections from your address have not said who they are")
                    .asException();
        }
        handshake.handleRequest(request, response);
    }

    /** Messages are small, and each connection would keep two windows of 32 kB and their tables. */
    private static final class WithoutCompression extends DefaultHandshakeHandler {
        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request,
                List<WebSocketExtension> requested,
                List<WebSocketExtension> supported) {
            return List.of();
        }
    }

    /** Keeps from where the client came, for when it says who it is. */
    private static final class Whence implements HandshakeInterceptor {
        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            if (request instanceof ServletServerHttpRequest http) {
                HttpServletRequest asked = http.getServletRequest();
                attributes.put(LiveHandler.ADDRESS, asked.getRemoteAddr());
                attributes.put(LiveHandler.ORIGIN, CallerResolver.origin(asked));
            }
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {
            // The connection is counted once it is established.
        }
    }
}
