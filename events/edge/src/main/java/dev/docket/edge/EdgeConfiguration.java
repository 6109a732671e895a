package dev.docket.edge;

import dev.docket.log.LogProperties;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The edge for every node that speaks HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({SecurityConfiguration.class, ProblemAdvice.class, UnhandledErrors.class, BodyLimit.class})
public class EdgeConfiguration {

    @Bean
    JsonMapper.Builder jsonMapperBuilder(List<JsonMapperBuilderCustomizer> customizers) {
        JsonMapper.Builder builder = JsonMapper.builder(WireJson.factory());
        customizers.forEach(customizer -> customizer.customize(builder));
        return builder;
    }

    @Bean
    JsonMapperBuilderCustomizer wireJson() {
        return new WireJson();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    CallerResolver callerResolver(SecurityProperties properties) {
        return new CallerResolver(properties);
    }

    @Bean
    HealthIndicator databaseHealthIndicator(LogProperties properties) {
        return new DatabaseHealth(properties);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unroutableRequests() {
        return server ->
                server.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass(UnroutableRequests.class.getName());
                    }
                });
    }

    @Bean
    OpenAPI apiDocument() {
        return ApiDocument.document();
    }

    @Bean
    OperationCustomizer apiDocumentOfEachRoute() {
        return new ApiDocument();
    }

    @Bean
    ModelConverter recordSchemas(ObjectMapperProvider mappers) {
        return new RecordSchemas(mappers.jsonMapper());
    }

    @Bean
    WebMvcConfigurer edge(CallerResolver callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument(callers));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoleInterceptor(callers));
            }
        };
    }
}
