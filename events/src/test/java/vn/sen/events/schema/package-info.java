/**
 * Makes the JSON Schemas and the AsyncAPI document of the published language from its records, and
 * holds them against what was committed: what was once published can be added to, never broken.
 */
@NullMarked
package vn.sen.events.schema;

import org.jspecify.annotations.NullMarked;
