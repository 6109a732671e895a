package dev.docket.content;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The content store for every node that takes or gives files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentProperties.class)
public class ContentConfiguration {

    @Bean
    ContentStore contentStore(AttachmentProperties properties) {
        return ContentStore.open(properties);
    }
}
