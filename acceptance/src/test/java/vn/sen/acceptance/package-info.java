/**
 * The platform as its users and operators meet it: processes, HTTP through the gateway, and kill
 * -9.
 */
package vn.sen.acceptance;
