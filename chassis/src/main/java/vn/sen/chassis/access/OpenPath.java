package vn.sen.chassis.access;

/**
 * The rare endpoint that answers without a token. A service names each one as a bean, with the
 * reason; an endpoint that is neither named here nor {@link Needs} a role keeps the service from
 * starting.
 *
 * @param path exact, without variables
 * @param reason why anybody may ask it
 */
public record OpenPath(String path, String reason) {}
