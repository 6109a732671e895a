package dev.docket.projection.running;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The operators' door to projections. */
@Configuration(proxyBeanMethods = false)
@Import(ProjectionController.class)
public class ProjectionConfiguration {}
