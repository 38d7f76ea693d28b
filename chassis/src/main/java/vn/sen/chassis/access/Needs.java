package vn.sen.chassis.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which roles an endpoint needs: one of them, at whatever unit. Which units the role reaches,
 * {@link Scope} says where the unit is known. A service does not start while an endpoint says
 * nothing.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
  Role[] value();
}
