package dev.docket.query.knowledge.pages;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The public pages. */
@Configuration(proxyBeanMethods = false)
@Import(PageController.class)
@EnableConfigurationProperties(PagesProperties.class)
public class PagesConfiguration {}
