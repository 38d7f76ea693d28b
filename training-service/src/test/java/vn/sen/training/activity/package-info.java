/** Activities, tested. */
package vn.sen.training.activity;
