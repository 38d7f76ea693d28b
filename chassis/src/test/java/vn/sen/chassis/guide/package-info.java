/** The feature that docs/add-a-feature.md builds: fairs at which women sell what they make. */
@NullMarked
package vn.sen.chassis.guide;

import org.jspecify.annotations.NullMarked;
