package vn.sen.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The versioned wire name of an event record, for example {@code membership.member.admitted.v1}. It
 * is independent of the Java class name, so that code can be renamed while the log stays readable.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {
  String value();
}
