package dev.docket.query.people;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The people feature of the query side. */
@Configuration(proxyBeanMethods = false)
@Import({PeopleQueryController.class, OrganisationQueryController.class})
public class PeopleQueryConfiguration {}
