package dev.docket.query.knowledge.pages;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the public pages are reached.
 *
 * @param url where the world sees this Docket, without a slash at its end: pages name themselves by
 *     it, and never by what a request claims
 */
@ConfigurationProperties("docket.pages")
public record PagesProperties(@DefaultValue("http://localhost:8080") URI url) {}
