package vn.sen.events.identity;

import vn.sen.events.DomainEvent;

/** Whatever bears on who may use the platform. */
public sealed interface AccessEvent extends DomainEvent
    permits PersonEvent, ClientEvent, SessionEvent {}
