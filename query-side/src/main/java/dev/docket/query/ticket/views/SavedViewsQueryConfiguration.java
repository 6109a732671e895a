package dev.docket.query.ticket.views;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Saved views of the query side. */
@Configuration(proxyBeanMethods = false)
@Import(SavedViewsQueryController.class)
public class SavedViewsQueryConfiguration {}
