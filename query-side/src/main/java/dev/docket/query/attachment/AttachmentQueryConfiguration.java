package dev.docket.query.attachment;

import dev.docket.content.ContentConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The attachment feature of the query side. */
@Configuration(proxyBeanMethods = false)
@Import({ContentConfiguration.class, AttachmentController.class})
public class AttachmentQueryConfiguration {}
