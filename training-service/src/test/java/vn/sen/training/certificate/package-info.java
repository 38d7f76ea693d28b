/** Certificates, tested. */
package vn.sen.training.certificate;
