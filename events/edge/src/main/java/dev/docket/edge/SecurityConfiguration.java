package dev.docket.edge;

import dev.docket.event.people.Role;
import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who gets in: whoever bears a valid access token. What they may do is said at each route by {@link
 * Allowed} or {@link Public}, which is why the chain itself lets unsigned requests to {@code /api}
 * through to them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
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
    JwtDecoder accessDecoder(SigningKeys keys, SecurityProperties properties) {
        return properties.issuer() == null
                ? Tokens.accessDecoder(keys)
                : JwtDecoders.fromIssuerLocation(properties.issuer());
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, ProblemWriter problems, SecurityProperties properties)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
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

    private static JwtAuthenticationConverter authorities(SecurityProperties properties) {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthorityPrefix("");
        roles.setAuthoritiesClaimName(properties.rolesClaim());
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(jwt ->
                roles.convert(jwt).stream()
                        .map(role -> String.valueOf(role.getAuthority()))
                        .map(role -> role.toUpperCase(Locale.ROOT))
                        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                        .toList());
        return converter;
    }
}
