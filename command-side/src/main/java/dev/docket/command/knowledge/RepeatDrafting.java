package dev.docket.command.knowledge;

import dev.docket.command.decision.Refusal;
import dev.docket.event.knowledge.ArticleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks for the answer to a draft that may have been recorded before, under the same key.
 *
 * @param otherwise why the draft is refused if it was another one
 */
record RepeatDrafting(@TargetAggregateIdentifier ArticleId article, Refusal otherwise) {}
