/**
 * Files that people bring along, as facts: what was uploaded, where it belongs, that it is gone.
 */
@NullMarked
package dev.docket.event.attachment;

import org.jspecify.annotations.NullMarked;
