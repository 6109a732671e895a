package dev.docket.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are trusted.
 *
 * @param issuer the address of an OpenID Connect issuer whose tokens are taken in place of Docket's
 *     own; absent for Docket's own
 * @param tenantClaim the claim that names the organisation, a UUID
 * @param rolesClaim the claim that lists the roles
 */
@ConfigurationProperties("docket.security")
public record SecurityProperties(
        @Nullable String issuer,
        @DefaultValue(Tokens.TENANT) String tenantClaim,
        @DefaultValue(Tokens.ROLES) String rolesClaim) {}
