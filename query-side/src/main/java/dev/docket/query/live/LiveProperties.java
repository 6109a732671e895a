package dev.docket.query.live;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many may look at once.
 *
 * @param connections that the node takes; each costs it a file descriptor and some tens of
 *     kilobytes
 */
@Validated
@ConfigurationProperties("docket.live")
public record LiveProperties(@DefaultValue("10000") @Min(0) int connections) {}
