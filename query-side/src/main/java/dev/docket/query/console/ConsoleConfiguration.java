package dev.docket.query.console;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The console's files over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(ConsoleController.class)
@EnableConfigurationProperties(ConsoleProperties.class)
public class ConsoleConfiguration {

    @Bean
    ConsoleFiles consoleFiles() {
        return new ConsoleFiles("classpath*:/console/**");
    }
}
