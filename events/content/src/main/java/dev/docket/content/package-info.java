/** The bytes of attachments: kept once under their hash, on disk or in an S3-compatible store. */
@NullMarked
package dev.docket.content;

import org.jspecify.annotations.NullMarked;
