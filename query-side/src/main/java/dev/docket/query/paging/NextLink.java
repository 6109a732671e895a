package dev.docket.query.paging;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives each part of a list a {@code Link} to the next one (RFC 8288), with all else as asked. */
@RestControllerAdvice
public class NextLink implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(
            MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Paged page && page.nextCursor() != null) {
            response.getHeaders().set(HttpHeaders.LINK, next(request, page.nextCursor()));
        }
        return body;
    }

    private static String next(ServerHttpRequest request, String cursor) {
        String uri =
                UriComponentsBuilder.fromPath(request.getURI().getRawPath())
                        .query(request.getURI().getRawQuery())
                        .replaceQueryParam("cursor", cursor)
                        .build()
                        .toUriString();
        return "<%s>; rel=\"next\"".formatted(uri);
    }
}
