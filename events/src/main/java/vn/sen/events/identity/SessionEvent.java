package vn.sen.events.identity;

/** What happens to one sign-in session; nothing is told of one that ends by itself. */
public sealed interface SessionEvent extends AccessEvent permits AccessRevoked {}
