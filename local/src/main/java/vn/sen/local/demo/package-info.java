/**
 * The Phú Yên demo: invents people and enters them through the gateway's public API, as any client
 * would.
 */
@NullMarked
package vn.sen.local.demo;

import org.jspecify.annotations.NullMarked;
