package dev.docket.edge;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * What the OpenAPI document says of all routes alike: how to sign in, which roles may ask, and how
 * a refusal looks.
 */
final class ApiDocument implements OperationCustomizer {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String OURS = "dev.docket.";

    static OpenAPI document() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Docket")
                                .version("v1")
                                .description(
                                        """
                                        A helpdesk whose only truth is an event log. Sign in with \
                                        `POST /api/v1/auth/login`, choose *Authorize* and paste \
                                        the `accessToken`.

                                        A command answers with the ticket's version (`ETag`) and \
                                        its place in the log (`Docket-Position`). A query that \
                                        sends `Docket-Position` back waits for its view up to two \
                                        seconds, and says `Docket-Stale: true` if that was not \
                                        enough. Lists come in pages: `nextCursor` and `Link` lead \
                                        on.\
                                        """)
                                .license(new License().name("Apache 2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT"))
                                .addSchemas(PROBLEM, problem()));
    }

    private static Schema<?> problem() {
        Schema<?> error =
                new ObjectSchema()
                        .addProperty("field", new StringSchema())
                        .addProperty("rule", new StringSchema());
        return new ObjectSchema()
                .description("What went wrong, as RFC 9457 tells it")
                .addProperty("type", new StringSchema().description("A stable URI for programs"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("A sentence for people"))
                .addProperty("instance", new StringSchema())
                .addProperty("rule", new StringSchema().description("The end of the type"))
                .addProperty("field", new StringSchema().description("What is at fault"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(error)
                                .description("Each field at fault, where there are several"));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (!method.getBeanType().getName().startsWith(OURS)) {
            return operation;
        }
        hideWhatClientsDoNotSend(operation, method);
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed != null) {
            operation.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
            operation.setDescription(description(operation, allowed));
            refusal(operation, HttpStatus.UNAUTHORIZED, "Not signed in");
            refusal(operation, HttpStatus.FORBIDDEN, "The caller's roles do not allow this");
        }
        refusal(operation, HttpStatus.BAD_REQUEST, "Something in the request does not fit");
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "path".equals(p.getIn()))) {
            refusal(operation, HttpStatus.NOT_FOUND, "There is no such thing");
        }
        if (takesBody(method)) {
            refusal(operation, HttpStatus.CONFLICT, "The state of things does not allow this");
            refusal(operation, HttpStatus.PRECONDITION_FAILED, "Somebody was faster");
            refusal(operation, HttpStatus.CONTENT_TOO_LARGE, "The body is too large");
            refusal(operation, HttpStatus.UNPROCESSABLE_CONTENT, "A field breaks a rule");
        }
        if (method.hasMethodAnnotation(Public.class)) {
            refusal(operation, HttpStatus.TOO_MANY_REQUESTS, "Too often");
        }
        refusal(operation, HttpStatus.SERVICE_UNAVAILABLE, "A store does not answer");
        return operation;
    }

    /** Arguments that are made here, such as the caller, and not read from a parameter. */
    private static void hideWhatClientsDoNotSend(Operation operation, HandlerMethod method) {
        if (operation.getParameters() != null) {
            for (MethodParameter parameter : method.getMethodParameters()) {
                Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
                boolean ours = type.getName().startsWith(OURS);
                if (ours && parameter.getParameterAnnotations().length == 0) {
                    operation
                            .getParameters()
                            .removeIf(
                                    shown -> shown.getName().equals(parameter.getParameterName()));
                }
            }
        }
    }

    private static String description(Operation operation, Allowed allowed) {
        String roles =
                Arrays.stream(allowed.value())
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        String before = operation.getDescription();
        return (before == null ? "" : before + "\n\n") + "Roles: " + roles;
    }

    private static boolean takesBody(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    private static void refusal(Operation operation, HttpStatus status, String description) {
        ApiResponse response =
                new ApiResponse()
                        .description(description)
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref(PROBLEM))));
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            response.setHeaders(
                    Map.of(
                            HttpHeaders.RETRY_AFTER,
                            new Header()
                                    .description("In how many seconds to try again")
                                    .schema(new IntegerSchema())));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation.getResponses().addApiResponse(Integer.toString(status.value()), response);
    }
}
