/** What is promised of files on their way out. */
@NullMarked
package dev.docket.query.attachment;

import org.jspecify.annotations.NullMarked;
