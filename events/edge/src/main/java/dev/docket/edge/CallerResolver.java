package dev.docket.edge;

import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Finds out who calls. */
public final class CallerResolver {

    private static final int LONGEST_CLIENT = 120;

    private final SecurityProperties properties;

    CallerResolver(SecurityProperties properties) {
        this.properties = properties;
    }

    /** The caller of a request, or a problem that asks for a sign-in. */
    public Caller required(HttpServletRequest request) {
        return optional(request)
                .orElseThrow(() ->
                        Problem.of(
                                        HttpStatus.UNAUTHORIZED,
                                        "not-signed-in",
                                        "Sign in first: send an access token")
                                .asException());
    }

    Optional<Caller> optional(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token
                ? Optional.of(caller(token, origin(request)))
                : Optional.empty();
    }

    Caller caller(JwtAuthenticationToken token, String origin) {
        Jwt jwt = token.getToken();
        return new Caller(
                new PersonId(id(jwt, "sub")),
                new TenantId(id(jwt, properties.tenantClaim())),
                roles(token),
                origin);
    }

    /** Nobody comes in whose token does not say who they are, and of which organisation. */
    private static UUID id(Jwt jwt, String claim) {
        if (jwt.getClaims().get(claim) instanceof String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException notAnId) {
                throw incomplete(claim);
            }
        }
        throw incomplete(claim);
    }

    private static RuntimeException incomplete(String claim) {
        return Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "not-signed-in",
                        "The access token has no id as its claim '%s'".formatted(claim))
                .asException();
    }

    private static Set<Role> roles(JwtAuthenticationToken token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (GrantedAuthority authority : token.getAuthorities()) {
            for (Role role : Role.values()) {
                if (role.name().equals(authority.getAuthority())) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    /** From where a request comes, as in {@link Caller#origin}. */
    public static String origin(HttpServletRequest request) {
        String client = request.getHeader("User-Agent");
        if (client == null) {
            return request.getRemoteAddr();
        }
        String shortened = client.substring(0, Math.min(client.length(), LONGEST_CLIENT));
        return request.getRemoteAddr() + " " + shortened.replaceAll("\\p{Cntrl}", "?");
    }
}
