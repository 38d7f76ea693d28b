/** Tests of the checker, and a short selection of faults. */
package vn.sen.acceptance.faults;
