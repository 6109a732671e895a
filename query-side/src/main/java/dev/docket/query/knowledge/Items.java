package dev.docket.query.knowledge;

import java.util.List;

/** All of a list that is never long. */
record Items<T>(List<T> items) {}
