/** Lists of attendance, tested. */
package vn.sen.membership.attendance;
