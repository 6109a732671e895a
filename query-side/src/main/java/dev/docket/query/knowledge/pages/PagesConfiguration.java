package dev.docket.query.knowledge.pages;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The public pages. */
@Configuration(proxyBeanMethods = false)
@Import({PageController.class, ResultsController.class})
@EnableConfigurationProperties(PagesProperties.class)
public class PagesConfiguration {

    @Bean
    Pages pages() {
        return new Pages();
    }

    @Bean
    Assets assets() {
        return new Assets();
    }
}
