package dev.docket.standalone;

import dev.docket.command.CommandSide;
import dev.docket.projection.Projections;
import dev.docket.query.QuerySide;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The three sides in one application. */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import({CommandSide.class, Projections.class, QuerySide.class})
class AllSides {}
