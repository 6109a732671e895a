package dev.docket.edge;

import dev.docket.event.people.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Who gets in: whoever bears a valid access token. What they may do is said at each route by {@link
 * Allowed} or {@link Public}, which is why the chain itself lets unsigned requests to {@code /api}
 * through to them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SecurityProperties.class, ConsoleOrigins.class})
class SecurityConfiguration {

    private static final Duration PREFLIGHT_KEPT = Duration.ofMinutes(10);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Each filter of the chain would be timed, which costs a request more than the chain itself.
     */
    @Bean
    SecurityObservationSettings unobservedSecurity() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SigningKeys signingKeys(@Qualifier("logDatabase") DataSource logDatabase) {
        return new SigningKeys(logDatabase);
    }

    @Bean
    Tokens tokens(SigningKeys keys, Clock clock) {
        return new Tokens(keys, clock);
    }

    @Bean
    BrowserSessions browserSessions(
            @Qualifier("logDatabase") DataSource logDatabase, Tokens tokens, Clock clock) {
        return new BrowserSessions(logDatabase, tokens, clock);
    }

    /** No page of an origin that is not allowed by name may read an answer. */
    @Bean
    CorsConfigurationSource crossOrigin(ConsoleOrigins origins) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(origins.names());
        rules.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(
                List.of(
                        "Authorization",
                        "Content-Type",
                        "Content-Disposition",
                        "Idempotency-Key",
                        "If-Match",
                        "Docket-Position"));
        rules.setExposedHeaders(
                List.of("ETag", "Location", "Retry-After", "Docket-Position", "Docket-Stale"));
        rules.setAllowCredentials(true);
        rules.setMaxAge(PREFLIGHT_KEPT);
        return request -> origins.isNamed(request) ? rules : null;
    }

    @Bean
    JwtDecoder accessDecoder(SigningKeys keys, SecurityProperties properties, Clock clock) {
        return new RememberedTokens(
                properties.issuer() == null
                        ? Tokens.accessDecoder(keys)
                        : JwtDecoders.fromIssuerLocation(properties.issuer()),
                clock);
    }

    @Bean
    AccessTokens accessTokens(
            JwtDecoder accessDecoder, SecurityProperties properties, CallerResolver callers) {
        return new AccessTokens(
                accessDecoder, authorities(properties), callers, properties.issuer() == null);
    }

    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(HeaderValues::areAllowed);
        return firewall;
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            ProblemWriter problems,
            SecurityProperties properties,
            CorsConfigurationSource crossOrigin)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(crossOrigin))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(routes ->
                        routes.requestMatchers("/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .hasAuthority(Role.ADMIN.name())
                                .anyRequest()
                                .permitAll())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> jwt.jwtAuthenticationConverter(authorities(properties)))
                                .authenticationEntryPoint((request, response, failure) ->
                                        problems.write(
                                                response,
                                                HttpStatus.UNAUTHORIZED,
                                                "not-signed-in",
                                                "The access token is missing,"
                                                        + " invalid or has run"
                                                        + " out"))
                                .accessDeniedHandler((request, response, failure) ->
                                        problems.write(
                                                response,
                                                HttpStatus.FORBIDDEN,
                                                "role-missing",
                                                "Your roles do not allow this")))
                .headers(headers ->
                        headers.frameOptions(frame -> frame.deny())
                                .contentTypeOptions(options -> {})
                                .referrerPolicy(policy -> {}))
                .build();
    }

    /** Roles that Docket does not know, and anything that is not a name, count for nothing. */
    private static JwtAuthenticationConverter authorities(SecurityProperties properties) {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(
                jwt -> authorities(jwt.getClaims().get(properties.rolesClaim())));
        return converter;
    }

    private static Collection<GrantedAuthority> authorities(@Nullable Object claim) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        if (claim instanceof Collection<?> names) {
            for (Role role : Role.values()) {
                if (names.stream().anyMatch(name -> isName(name, role))) {
                    authorities.add(new SimpleGrantedAuthority(role.name()));
                }
            }
        }
        return authorities;
    }

    private static boolean isName(@Nullable Object name, Role role) {
        return name instanceof String text && text.equalsIgnoreCase(role.name());
    }
}
