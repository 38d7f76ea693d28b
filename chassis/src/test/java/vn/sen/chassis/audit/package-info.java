/** The audit trail at a service's door, tested. */
package vn.sen.chassis.audit;
