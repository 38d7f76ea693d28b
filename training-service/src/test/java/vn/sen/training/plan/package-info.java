/** Training plans, tested. */
package vn.sen.training.plan;
