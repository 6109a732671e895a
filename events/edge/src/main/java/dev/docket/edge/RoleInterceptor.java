package dev.docket.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request pass to a route of ours only if the route says who may use it and the caller is
 * one of them. A route that says nothing is closed, so that a forgotten annotation is noticed at
 * once.
 */
record RoleInterceptor(CallerResolver callers) implements HandlerInterceptor {

    private static final String OURS = "dev.docket.";

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith(OURS)
                || method.hasMethodAnnotation(Public.class)) {
            return true;
        }
        Caller caller = callers.required(request);
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null || Arrays.stream(allowed.value()).noneMatch(caller::has)) {
            throw Problem.of(HttpStatus.FORBIDDEN, "role-missing", "Your roles do not allow this")
                    .asException();
        }
        return true;
    }
}
