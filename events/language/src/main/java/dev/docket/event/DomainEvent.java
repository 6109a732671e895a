package dev.docket.event;

/**
 * A fact that happened, never changed once it is in the log. Each stream has a sealed interface
 * below this one, and each of its records is one kind of fact.
 */
public interface DomainEvent {}
