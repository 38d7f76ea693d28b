/** Who may do what, tested. */
package vn.sen.chassis.access;
