/** HTTP matters of every service: problem details, pages, body limits. */
@NullMarked
package vn.sen.chassis.web;

import org.jspecify.annotations.NullMarked;
